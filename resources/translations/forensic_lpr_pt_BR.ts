<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
    <context>
        <name />
        <message>
            <source>&amp;Add a step…</source>
            <translation>&amp;Adicionar passo…</translation>
        </message>
        <message>
            <source>Add a step to the enhancement of this exhibit</source>
            <translation>Adicionar um passo ao realce deste vestígio</translation>
        </message>
        <message>
            <source>&amp;Switch the step on or off</source>
            <translation>Li&amp;gar ou desligar o passo</translation>
        </message>
        <message>
            <source>Switch the chosen step on or off</source>
            <translation>Ligar ou desligar o passo escolhido</translation>
        </message>
        <message>
            <source>Move the step &amp;up</source>
            <translation>&amp;Mover o passo para cima</translation>
        </message>
        <message>
            <source>Do the chosen step earlier</source>
            <translation>Aplicar antes o passo escolhido</translation>
        </message>
        <message>
            <source>Move the step &amp;down</source>
            <translation>Mover o passo para &amp;baixo</translation>
        </message>
        <message>
            <source>Do the chosen step later</source>
            <translation>Aplicar depois o passo escolhido</translation>
        </message>
        <message>
            <source>Re&amp;move the step</source>
            <translation>&amp;Remover o passo</translation>
        </message>
        <message>
            <source>Remove the chosen step</source>
            <translation>Remover o passo escolhido</translation>
        </message>
        <message>
            <source>Remove a&amp;ll steps</source>
            <translation>Remover &amp;todos os passos</translation>
        </message>
        <message>
            <source>Go back to the original</source>
            <translation>Voltar ao original</translation>
        </message>
        <message>
            <source>Show the &amp;original</source>
            <translation>Mostrar o &amp;original</translation>
        </message>
        <message>
            <source>Show the original in place of the enhanced picture</source>
            <translation>Mostrar o original em lugar da imagem realçada</translation>
        </message>
        <message>
            <source>&amp;Compare before and after</source>
            <translation>Comparar antes e &amp;depois</translation>
        </message>
        <message>
            <source>Show original and enhanced picture beside a line</source>
            <translation>Mostrar o original e a realçada dos dois lados de uma linha</translation>
        </message>
        <message>
            <source>Line to the le&amp;ft</source>
            <translation>Linha para a &amp;esquerda</translation>
        </message>
        <message>
            <source>Move the line between before and after to the left</source>
            <translation>Mover para a esquerda a linha entre antes e depois</translation>
        </message>
        <message>
            <source>Line to the &amp;right</source>
            <translation>&amp;Linha para a direita</translation>
        </message>
        <message>
            <source>Move the line between before and after to the right</source>
            <translation>Mover para a direita a linha entre antes e depois</translation>
        </message>
        <message>
            <source>Read the &amp;enhanced picture</source>
            <translation>Ler a &amp;imagem realçada</translation>
        </message>
        <message>
            <source>Let the network read the enhanced picture; otherwise it reads the original</source>
            <translation>Fazer a rede ler a imagem realçada; do contrário, ela lê o original</translation>
        </message>
        <message>
            <source>Loa&amp;d a recipe…</source>
            <translation>&amp;Carregar receita…</translation>
        </message>
        <message>
            <source>Take the steps from a file</source>
            <translation>Ler os passos de um arquivo</translation>
        </message>
        <message>
            <source>Sa&amp;ve the recipe…</source>
            <translation>&amp;Salvar receita…</translation>
        </message>
        <message>
            <source>Write the steps to a file</source>
            <translation>Gravar os passos em um arquivo</translation>
        </message>
        <message>
            <source>Cop&amp;y to another exhibit…</source>
            <translation>Copiar para outro &amp;vestígio…</translation>
        </message>
        <message>
            <source>Give another exhibit these steps</source>
            <translation>Dar estes passos a outro vestígio</translation>
        </message>
        <message>
            <source>Enhancement &amp;panel</source>
            <translation>&amp;Painel de realce</translation>
        </message>
        <message>
            <source>Show or hide the enhancement panel</source>
            <translation>Mostrar ou ocultar o painel de realce</translation>
        </message>
        <message>
            <source>&amp;New case…</source>
            <translation>&amp;Novo caso…</translation>
        </message>
        <message>
            <source>Make a case file and work in it</source>
            <translation>Criar um arquivo de caso e trabalhar nele</translation>
        </message>
        <message>
            <source>Open &amp;case…</source>
            <translation>Abrir cas&amp;o…</translation>
        </message>
        <message>
            <source>Open a case file and its evidence</source>
            <translation>Abrir um arquivo de caso e seus vestígios</translation>
        </message>
        <message>
            <source>Recent c&amp;ases</source>
            <translation>&amp;Casos recentes</translation>
        </message>
        <message>
            <source>&amp;Save case as…</source>
            <translation>&amp;Salvar caso como…</translation>
        </message>
        <message>
            <source>Keep the unsaved case under a name</source>
            <translation>Guardar com um nome o caso não salvo</translation>
        </message>
        <message>
            <source>&amp;Facts of the case…</source>
            <translation>&amp;Dados do caso…</translation>
        </message>
        <message>
            <source>Say what the case is about, and who works on it</source>
            <translation>Informar do que trata o caso e quem trabalha nele</translation>
        </message>
        <message>
            <source>Secon&amp;d reading of a case…</source>
            <translation>Segunda &amp;leitura de um caso…</translation>
        </message>
        <message>
            <source>Let another examiner read the plates with no other reading in sight</source>
            <translation>Deixar outro perito ler as placas sem ver nenhuma outra leitura</translation>
        </message>
        <message>
            <source>&amp;Blind copy for a second examiner…</source>
            <translation>Cópia cega para um segundo peri&amp;to…</translation>
        </message>
        <message>
            <source>Make a copy of the case with its marked plates and no reading, to be handed to a second examiner</source>
            <translation>Fazer uma cópia do caso com suas placas marcadas e sem nenhuma leitura, a ser entregue a um segundo perito</translation>
        </message>
        <message>
            <source>Ta&amp;ke in a second reading…</source>
            <translation>Tra&amp;zer uma segunda leitura…</translation>
        </message>
        <message>
            <source>Take the readings that were sealed in a blind copy into the case</source>
            <translation>Receber no caso as leituras lacradas em uma cópia cega</translation>
        </message>
        <message>
            <source>E&amp;nd the second reading</source>
            <translation>&amp;Encerrar a segunda leitura</translation>
        </message>
        <message>
            <source>Go back to ordinary work; all readings are shown then</source>
            <translation>Voltar ao trabalho normal; todas as leituras passam a ser mostradas</translation>
        </message>
        <message>
            <source>A&amp;udit log…</source>
            <translation>&amp;Registro de auditoria…</translation>
        </message>
        <message>
            <source>Show all that was recorded in the case</source>
            <translation>Mostrar tudo o que foi registrado no caso</translation>
        </message>
        <message>
            <source>&amp;Verify case…</source>
            <translation>&amp;Verificar caso…</translation>
        </message>
        <message>
            <source>Check the log, the evidence, every reading and every report</source>
            <translation>Conferir o registro, os vestígios, cada leitura e cada laudo</translation>
        </message>
        <message>
            <source>&amp;Package case…</source>
            <translation>Em&amp;pacotar caso…</translation>
        </message>
        <message>
            <source>Copy the case with its evidence into one new file</source>
            <translation>Copiar o caso com seus vestígios para um novo arquivo único</translation>
        </message>
        <message>
            <source>S&amp;eal and reveal</source>
            <translation>&amp;Lacrar e mostrar</translation>
        </message>
        <message>
            <source>Type your own reading, then seal it; then the machine's is shown</source>
            <translation>Digitar a leitura própria e lacrá-la; então a da máquina é mostrada</translation>
        </message>
        <message>
            <source>Cannot &amp;read</source>
            <translation>&amp;Não pode ser lida</translation>
        </message>
        <message>
            <source>Seal that you cannot read the plate; then the machine's reading is shown</source>
            <translation>Lacrar “não pode ser lida”; então a leitura da máquina é mostrada</translation>
        </message>
        <message>
            <source>Show &amp;without my own reading…</source>
            <translation>&amp;Mostrar sem leitura própria…</translation>
        </message>
        <message>
            <source>Show the machine's reading at once; the record and the report say so</source>
            <translation>Mostrar já a leitura da máquina; isso consta do registro e do laudo</translation>
        </message>
        <message>
            <source>This is the last plate &amp;again</source>
            <translation>É &amp;de novo a última placa</translation>
        </message>
        <message>
            <source>Say that this is the plate of this exhibit that was read last</source>
            <translation>Informar que esta é a última placa lida neste vestígio</translation>
        </message>
        <message>
            <source>Conc&amp;lusion…</source>
            <translation>&amp;Conclusão…</translation>
        </message>
        <message>
            <source>Draw the conclusion slot by slot, with both readings in sight</source>
            <translation>Concluir posição por posição, com as duas leituras à vista</translation>
        </message>
        <message>
            <source>Change my rea&amp;ding…</source>
            <translation>Alterar min&amp;ha leitura…</translation>
        </message>
        <message>
            <source>Change your own reading after it was sealed, with a reason; the sealed one stays in the record</source>
            <translation>Alterar a leitura própria já lacrada, com uma razão; a lacrada permanece no registro</translation>
        </message>
        <message>
            <source>&amp;Withdraw the conclusion…</source>
            <translation>&amp;Retirar a conclusão…</translation>
        </message>
        <message>
            <source>Withdraw the conclusion on the marked plate, with a reason; it stays in the record</source>
            <translation>Retirar a conclusão sobre a placa marcada, com uma razão; ela permanece no registro</translation>
        </message>
        <message>
            <source>Next &amp;plate of the case</source>
            <translation>Pró&amp;xima placa do caso</translation>
        </message>
        <message>
            <source>Go to the next plate that is marked in the case; in a second reading to the next to be read</source>
            <translation>Ir para a próxima placa marcada no caso; em uma segunda leitura, para a próxima a ler</translation>
        </message>
        <message>
            <source>&amp;Previous page</source>
            <translation>Página &amp;anterior</translation>
        </message>
        <message>
            <source>Show the page before</source>
            <translation>Mostrar a página anterior</translation>
        </message>
        <message>
            <source>&amp;Next page</source>
            <translation>&amp;Próxima página</translation>
        </message>
        <message>
            <source>Show the page after</source>
            <translation>Mostrar a página seguinte</translation>
        </message>
        <message>
            <source>&amp;Smaller pages</source>
            <translation>Páginas &amp;menores</translation>
        </message>
        <message>
            <source>Show the pages smaller</source>
            <translation>Mostrar as páginas menores</translation>
        </message>
        <message>
            <source>&amp;Larger pages</source>
            <translation>Páginas maior&amp;es</translation>
        </message>
        <message>
            <source>Show the pages larger</source>
            <translation>Mostrar as páginas maiores</translation>
        </message>
        <message>
            <source>Pages as &amp;wide as the window</source>
            <translation>Ajustar à largura da &amp;janela</translation>
        </message>
        <message>
            <source>Show pages as wide as there is room</source>
            <translation>Mostrar as páginas na largura disponível</translation>
        </message>
        <message>
            <source>Place a corner; four in any order make a plate</source>
            <translation>Marcar um canto; quatro em qualquer ordem formam uma placa</translation>
        </message>
        <message>
            <source>Drag</source>
            <translation>Arrastar</translation>
        </message>
        <message>
            <source>Move a corner or the whole plate; elsewhere pan</source>
            <translation>Mover um canto ou a placa inteira; fora dela, deslocar a imagem</translation>
        </message>
        <message>
            <source>Wheel</source>
            <translation>Roda</translation>
        </message>
        <message>
            <source>Zoom to the cursor</source>
            <translation>Ampliar ou reduzir no cursor</translation>
        </message>
        <message>
            <source>Space, middle button</source>
            <translation>Espaço, botão do meio</translation>
        </message>
        <message>
            <source>Pan with the mouse</source>
            <translation>Deslocar a imagem com o mouse</translation>
        </message>
        <message>
            <source>Alt+Arrows</source>
            <translation>Alt+Setas</translation>
        </message>
        <message>
            <source>Pan</source>
            <translation>Deslocar a imagem</translation>
        </message>
        <message>
            <source>Tab</source>
            <translation>Tab</translation>
        </message>
        <message>
            <source>Select the next corner</source>
            <translation>Selecionar o próximo canto</translation>
        </message>
        <message>
            <source>Arrows</source>
            <translation>Setas</translation>
        </message>
        <message>
            <source>Nudge the selected corner by 0.1 px; with Shift by 1 px, with Ctrl by 10 px</source>
            <translation>Ajustar o canto selecionado em 0,1 px; com Shift em 1 px, com Ctrl em 10 px</translation>
        </message>
        <message>
            <source>Who asked, and under which reference</source>
            <translation>Quem requisitou e com que referência</translation>
        </message>
        <message>
            <source>For example: Which plate does the vehicle in the picture carry?</source>
            <translation>Por exemplo: qual é a placa do veículo na imagem?</translation>
        </message>
        <message>
            <source>What you know of the case beforehand, and since when</source>
            <translation>O que você já sabe do caso, e desde quando</translation>
        </message>
        <message>
            <source>What was done otherwise than the method or your rules say</source>
            <translation>O que foi feito de modo diverso do método ou de suas normas</translation>
        </message>
        <message>
            <source>Case &amp;number</source>
            <translation>&amp;Número do caso</translation>
        </message>
        <message>
            <source>&amp;Laboratory</source>
            <translation>&amp;Laboratório</translation>
        </message>
        <message>
            <source>E&amp;xaminer</source>
            <translation>&amp;Perito</translation>
        </message>
        <message>
            <source>Re&amp;viewer</source>
            <translation>&amp;Revisor</translation>
        </message>
        <message>
            <source>&amp;Authorised by</source>
            <translation>&amp;Autorizado por</translation>
        </message>
        <message>
            <source>Re&amp;quest</source>
            <translation>R&amp;equisição</translation>
        </message>
        <message>
            <source>Re&amp;ceived</source>
            <translation>Rece&amp;bido</translation>
        </message>
        <message>
            <source>Q&amp;uestion</source>
            <translation>&amp;Quesitos</translation>
        </message>
        <message>
            <source>Con&amp;text</source>
            <translation>&amp;Contexto</translation>
        </message>
        <message>
            <source>&amp;Deviations</source>
            <translation>&amp;Desvios</translation>
        </message>
        <message>
            <source>Se&amp;ttings…</source>
            <translation>Con&amp;figurações…</translation>
        </message>
        <message>
            <source>Theme, size of texts, folders, and what reports say of the laboratory</source>
            <translation>Tema, tamanho dos textos, pastas e o que os laudos dizem do laboratório</translation>
        </message>
        <message>
            <source>&amp;Manual</source>
            <translation>&amp;Manual</translation>
        </message>
        <message>
            <source>Read how things are done, what they mean and what not</source>
            <translation>Ler como se faz, o que significa e o que não significa</translation>
        </message>
        <message>
            <source>Take the &amp;tour</source>
            <translation>&amp;Fazer o tour</translation>
        </message>
        <message>
            <source>Be shown the way from a picture to a report</source>
            <translation>Conhecer o caminho de uma imagem até o laudo</translation>
        </message>
        <message>
            <source>Tour: &amp;back</source>
            <translation>Tour: &amp;voltar</translation>
        </message>
        <message>
            <source>Go back one step of the tour</source>
            <translation>Voltar um passo do tour</translation>
        </message>
        <message>
            <source>Tour: &amp;leave</source>
            <translation>&amp;Tour: sair</translation>
        </message>
        <message>
            <source>Leave the tour</source>
            <translation>Sair do tour</translation>
        </message>
        <message>
            <source>&amp;Keyboard and mouse</source>
            <translation>Teclado e &amp;mouse</translation>
        </message>
        <message>
            <source>List all keys</source>
            <translation>Listar todas as teclas</translation>
        </message>
        <message>
            <source>Open the lo&amp;g folder</source>
            <translation>Abrir a pasta de &amp;log</translation>
        </message>
        <message>
            <source>Show where the program's log lies</source>
            <translation>Mostrar onde fica o log do programa</translation>
        </message>
        <message>
            <source>&amp;About Forensic LPR</source>
            <translation>&amp;Sobre o Forensic LPR</translation>
        </message>
        <message>
            <source>Version, licences of everything shipped, and folders</source>
            <translation>Versão, licenças de tudo o que é fornecido e pastas</translation>
        </message>
        <message>
            <source>What is examined</source>
            <translation>O que se examina</translation>
        </message>
        <message>
            <source>Stills and clips stand here, with the digest that was taken when they came in. They are only read. Open others with Ctrl+O, or drop them anywhere.</source>
            <translation>Imagens e vídeos ficam aqui, com o resumo criptográfico calculado na entrada. São abertos somente para leitura. Abra outros com Ctrl+O ou solte-os em qualquer lugar.</translation>
        </message>
        <message>
            <source>Mark the plate</source>
            <translation>Marcar a placa</translation>
        </message>
        <message>
            <source>Click its four corners, in any order. By keyboard: M puts four corners in the middle, Tab chooses one, the arrows move it; with Ctrl far, with Shift by a pixel, alone by a tenth.</source>
            <translation>Clique nos quatro cantos, em qualquer ordem. Pelo teclado: M põe quatro cantos no meio, Tab escolhe um, as setas o movem; com Ctrl dez pixels, com Shift um, sozinhas um décimo.</translation>
        </message>
        <message>
            <source>The plate from the front</source>
            <translation>A placa de frente</translation>
        </message>
        <message>
            <source>Above the plate as it is in the picture, below it turned to the front, and its width in pixels. From 60 pixels down reading becomes hard.</source>
            <translation>Acima, a placa como está na imagem; abaixo, vista de frente, com sua largura em pixels. De 60 pixels para baixo, a leitura se torna difícil.</translation>
        </message>
        <message>
            <source>Your own reading first</source>
            <translation>Primeiro, a sua leitura</translation>
        </message>
        <message>
            <source>Type what you see, ? for what you cannot tell, and press Return or Seal and reveal. Only then the machine's reading is made, so that it cannot lead you.</source>
            <translation>Digite o que você vê, ? para o que não se pode dizer, e pressione Enter ou Lacrar e mostrar. Só então se faz a leitura da máquina, para que ela não influencie a sua.</translation>
        </message>
        <message>
            <source>What the machine reads</source>
            <translation>O que a máquina lê</translation>
        </message>
        <message>
            <source>One column for each character: the likeliest on top with its calibrated percentage, others below; framed is what cannot be ruled out. Then the plates they make. It never says match.</source>
            <translation>Uma coluna por caractere: o mais provável no alto, com seu percentual calibrado, outros abaixo; com moldura, o que não pode ser excluído. Depois, as placas que eles formam. Nunca se afirma uma identificação.</translation>
        </message>
        <message>
            <source>In a clip</source>
            <translation>Em um vídeo</translation>
        </message>
        <message>
            <source>Choose the clip in the list. Comma and full stop go from frame to frame. Mark the plate once, read it, and T follows it over the clip and reads all frames as one.</source>
            <translation>Escolha o vídeo na lista. Vírgula e ponto vão de quadro em quadro. Marque a placa uma vez, leia-a, e T a segue pelo vídeo e lê todos os quadros em conjunto.</translation>
        </message>
        <message>
            <source>The report</source>
            <translation>O laudo</translation>
        </message>
        <message>
            <source>Ctrl+E writes a PDF on what was done and found, once every marked plate has been read. The case with its audit log is kept as well.</source>
            <translation>Ctrl+E grava um PDF sobre o que foi feito e encontrado, quando toda placa marcada foi lida. O caso com seu registro de auditoria também é guardado.</translation>
        </message>
        <message>
            <source>That is the way</source>
            <translation>É esse o caminho</translation>
        </message>
        <message>
            <source>F1 lists all keys. The tour is in the menu Help whenever you want it again.</source>
            <translation>F1 lista todas as teclas. O tour está no menu Ajuda, sempre que quiser revê-lo.</translation>
        </message>
        <message>
            <source>Trac&amp;k plate</source>
            <translation>&amp;Seguir placa</translation>
        </message>
        <message>
            <source>Follow the marked plate backward and forward over the clip, and read all its frames</source>
            <translation>Seguir a placa marcada para trás e para a frente no vídeo e ler todos os seus quadros</translation>
        </message>
        <message>
            <source>C&amp;orrect the track here</source>
            <translation>C&amp;orrigir a sequência aqui</translation>
        </message>
        <message>
            <source>Bend the track to the corners of this frame</source>
            <translation>Corrigir a sequência pelos cantos deste quadro</translation>
        </message>
        <message>
            <source>Use &amp;all frames of the track</source>
            <translation>Usar todos os &amp;quadros da sequência</translation>
        </message>
        <message>
            <source>Take all frames of the track in use again</source>
            <translation>Voltar a usar todos os quadros da sequência</translation>
        </message>
        <message>
            <source>Show the ne&amp;xt reading</source>
            <translation>Exi&amp;bir a próxima leitura</translation>
        </message>
        <message>
            <source>Show the reading of this frame, the fused one, or that of the average</source>
            <translation>Exibir a leitura deste quadro, a fundida ou a da média</translation>
        </message>
        <message>
            <source>Go to the b&amp;est frame</source>
            <translation>Ir para o &amp;melhor quadro</translation>
        </message>
        <message>
            <source>Go to the frame of the track in which the plate is most legible</source>
            <translation>Ir para o quadro da sequência em que a placa é mais legível</translation>
        </message>
        <message>
            <source>Follow from here &amp;only</source>
            <translation>S&amp;eguir só a partir daqui</translation>
        </message>
        <message>
            <source>Follow plates back to this frame at most</source>
            <translation>Seguir placas para trás no máximo até este quadro</translation>
        </message>
        <message>
            <source>Follow &amp;up to here only</source>
            <translation>Se&amp;guir só até aqui</translation>
        </message>
        <message>
            <source>Follow plates on to this frame at most</source>
            <translation>Seguir placas para a frente no máximo até este quadro</translation>
        </message>
        <message>
            <source>Follow over the &amp;whole clip</source>
            <translation>Seguir p&amp;or todo o vídeo</translation>
        </message>
        <message>
            <source>Follow plates from the first frame to the last</source>
            <translation>Seguir placas do primeiro ao último quadro</translation>
        </message>
        <message>
            <source>Only one frame is in use; nothing is fused.</source>
            <translation>Só um quadro está em uso; nada é fundido.</translation>
        </message>
        <message>
            <source>Fused from {n} frames. Stable: the plate stays the same whichever frame is left out.</source>
            <translation>Fusão de {n} quadros. Estável: a placa se mantém, qualquer que seja o quadro excluído.</translation>
        </message>
        <message>
            <source>Fused from {n} frames. Not stable: the plate changes when frame {frames} is left out.</source>
            <translation>Fusão de {n} quadros. Não estável: a placa muda quando o quadro {frames} é excluído.</translation>
        </message>
        <message>
            <source>Fused from {n} frames. Not stable: the plate changes when one of frames {frames} is left out.</source>
            <translation>Fusão de {n} quadros. Não estável: a placa muda quando um dos quadros {frames} é excluído.</translation>
        </message>
        <message>
            <source>Second reading, not calibrated: of the average of {n} frames, an illustration computed from the pixels.</source>
            <translation>Segunda leitura, não calibrada: da média de {n} quadros, uma ilustração calculada a partir dos pixels.</translation>
        </message>
        <message>
            <source>Plate followed, frames in use: {frames}</source>
            <translation>Placa seguida, quadros em uso: {frames}</translation>
        </message>
        <message>
            <source>&amp;Choose labelled plates…</source>
            <translation>Escol&amp;her placas rotuladas…</translation>
        </message>
        <message>
            <source>Take a folder of pictures with labels.csv, or with the plate texts as file names</source>
            <translation>Usar uma pasta de imagens com labels.csv ou com os textos das placas como nomes de arquivo</translation>
        </message>
        <message>
            <source>&amp;Label pictures…</source>
            <translation>Rotular ima&amp;gens…</translation>
        </message>
        <message>
            <source>Take pictures of plates and type what they say</source>
            <translation>Escolher imagens de placas e digitar o que dizem</translation>
        </message>
        <message>
            <source>Choose &amp;pair sets…</source>
            <translation>Escolher co&amp;njuntos de pares…</translation>
        </message>
        <message>
            <source>Take a folder of near and far pictures of the same plates, for the DGM</source>
            <translation>Usar uma pasta de imagens próximas e distantes das mesmas placas, para o DGM</translation>
        </message>
        <message>
            <source>Show &amp;other samples</source>
            <translation>Mostrar &amp;outras amostras</translation>
        </message>
        <message>
            <source>Draw other samples of the same mixture</source>
            <translation>Sortear outras amostras da mesma mistura</translation>
        </message>
        <message>
            <source>&amp;Start training</source>
            <translation>&amp;Iniciar treinamento</translation>
        </message>
        <message>
            <source>Train with the settings shown</source>
            <translation>Treinar com as configurações mostradas</translation>
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation>&amp;Pausar</translation>
        </message>
        <message>
            <source>Let the training wait, or go on</source>
            <translation>Pausar ou continuar o treinamento</translation>
        </message>
        <message>
            <source>S&amp;top training</source>
            <translation>Parar &amp;treinamento</translation>
        </message>
        <message>
            <source>End the training; its state is saved and it can go on another day</source>
            <translation>Encerrar o treinamento; seu estado é salvo e ele pode continuar outro dia</translation>
        </message>
        <message>
            <source>Go on with an earlier &amp;run</source>
            <translation>&amp;Continuar treinamento anterior</translation>
        </message>
        <message>
            <source>Go on with the run chosen among the earlier ones</source>
            <translation>Continuar o treinamento escolhido entre os anteriores</translation>
        </message>
        <message>
            <source>Compare with the model in &amp;use…</source>
            <translation>Comparar com o modelo em &amp;uso…</translation>
        </message>
        <message>
            <source>Read held plates with both models and test the difference</source>
            <translation>Ler as placas reservadas com os dois modelos e testar a diferença</translation>
        </message>
        <message>
            <source>Re&amp;calibrate</source>
            <translation>Recali&amp;brar</translation>
        </message>
        <message>
            <source>Fit the probabilities of the chosen model to how often they are right</source>
            <translation>Ajustar as probabilidades do modelo escolhido à frequência com que acertam</translation>
        </message>
        <message>
            <source>&amp;Activate</source>
            <translation>&amp;Ativar</translation>
        </message>
        <message>
            <source>Read with the chosen model from now on</source>
            <translation>Passar a ler com o modelo escolhido</translation>
        </message>
        <message>
            <source>Take the activation &amp;back</source>
            <translation>&amp;Reverter a ativação</translation>
        </message>
        <message>
            <source>Read with the model that was in use before</source>
            <translation>Ler com o modelo que estava em uso antes</translation>
        </message>
        <message>
            <source>Read one plate with t&amp;wo models…</source>
            <translation>&amp;Ler uma placa com dois modelos…</translation>
        </message>
        <message>
            <source>Read the plate marked in Examine with the chosen model and the one in use, side by side</source>
            <translation>Ler a placa marcada em Examinar com o modelo escolhido e o em uso, lado a lado</translation>
        </message>
        <message>
            <source>&amp;Export model…</source>
            <translation>Exportar &amp;modelo…</translation>
        </message>
        <message>
            <source>Write the chosen model to a file</source>
            <translation>Gravar o modelo escolhido em um arquivo</translation>
        </message>
        <message>
            <source>&amp;Import model…</source>
            <translation>Importar mo&amp;delo…</translation>
        </message>
        <message>
            <source>Take a model from a file that another installation exported</source>
            <translation>Importar um modelo de um arquivo exportado por outra instalação</translation>
        </message>
        <message>
            <source>&amp;Delete model</source>
            <translation>&amp;Excluir modelo</translation>
        </message>
        <message>
            <source>Delete the chosen model; shipped ones and the one in use stay</source>
            <translation>Excluir o modelo escolhido; os fornecidos e o em uso permanecem</translation>
        </message>
        <message>
            <source>La&amp;bel for training</source>
            <translation>Rotular para &amp;treinamento</translation>
        </message>
        <message>
            <source>Take the marked plate as training material, to be labelled in Train</source>
            <translation>Usar a placa marcada como material de treinamento, a ser rotulada em Treinar</translation>
        </message>
        <message>
            <source>Label the trac&amp;k for training</source>
            <translation>Rotular a &amp;sequência para treinamento</translation>
        </message>
        <message>
            <source>Take the plate out of a dozen of the track's frames, near and far, to be labelled in Train</source>
            <translation>Recortar a placa de uma dúzia de quadros da sequência, próxima e distante, para ser rotulada em Treinar</translation>
        </message>
        <message>
            <source>Take pa&amp;irs of the track</source>
            <translation>&amp;Extrair pares da sequência</translation>
        </message>
        <message>
            <source>Take near and far plates of the track, for the training of a DGM</source>
            <translation>Extrair placas próximas e distantes da sequência, para treinar um DGM</translation>
        </message>
        <message>
            <source>own plates, held</source>
            <translation>placas próprias, reservadas</translation>
        </message>
        <message>
            <source>train</source>
            <translation>treino</translation>
        </message>
        <message>
            <source>watch</source>
            <translation>acompanhamento</translation>
        </message>
        <message>
            <source>held</source>
            <translation>reserva</translation>
        </message>
        <message>
            <source>Divided by plate and source: no plate and no source is in two parts.</source>
            <translation>Dividido por placa e fonte: nenhuma placa e nenhuma fonte está em duas partes.</translation>
        </message>
        <message>
            <source>Divided by plate: no plate is in two parts. With six sources or more it goes by source too.</source>
            <translation>Dividido por placa: nenhuma placa está em duas partes. Com seis fontes ou mais, divide-se também por fonte.</translation>
        </message>
        <message>
            <source>Nothing wrong was found.</source>
            <translation>Nada de errado foi encontrado.</translation>
        </message>
        <message>
            <source>Remarks: {n}</source>
            <translation>Observações: {n}</translation>
        </message>
        <message>
            <source>The picture is left out.</source>
            <translation>A imagem fica de fora.</translation>
        </message>
        <message>
            <source>The picture stays in the set.</source>
            <translation>A imagem permanece no conjunto.</translation>
        </message>
        <message>
            <source>Your labelled plates, with the corners marked a little otherwise and the light changed each time</source>
            <translation>Suas placas rotuladas, a cada vez com os cantos um pouco deslocados e outra luz</translation>
        </message>
        <message>
            <source>Permuted</source>
            <translation>Permutadas</translation>
        </message>
        <message>
            <source>New plates made of legible own ones by exchanging their characters</source>
            <translation>Placas novas feitas de placas próprias legíveis, trocando seus caracteres</translation>
        </message>
        <message>
            <source>Through DGM</source>
            <translation>Pelo DGM</translation>
        </message>
        <message>
            <source>Near plates that the DGM made far, in turns drawn, permuted and own ones</source>
            <translation>Placas próximas que o DGM tornou distantes, alternando desenhadas, permutadas e próprias</translation>
        </message>
        <message>
            <source>As the camera</source>
            <translation>Como a câmera</translation>
        </message>
        <message>
            <source>Drawn plates as your camera records them: its blur, echoes and fields are found from your plates</source>
            <translation>Placas desenhadas como a sua câmera as registra: o desfoque, os ecos e os campos dela são achados nas suas placas</translation>
        </message>
        <message>
            <source>Drawn</source>
            <translation>Desenhadas</translation>
        </message>
        <message>
            <source>Plates drawn by the program, photographed and filmed, so that nothing is forgotten</source>
            <translation>Placas desenhadas pelo programa, fotografadas e filmadas, para que nada seja esquecido</translation>
        </message>
        <message>
            <source>Samples shown</source>
            <translation>Amostras mostradas</translation>
        </message>
        <message>
            <source>Mixture</source>
            <translation>Mistura</translation>
        </message>
        <message>
            <source>Samples as they come in training</source>
            <translation>Amostras como vêm no treinamento</translation>
        </message>
        <message>
            <source>Own</source>
            <translation>Próprias</translation>
        </message>
        <message>
            <source>Samples of your own plates</source>
            <translation>Amostras de suas próprias placas</translation>
        </message>
        <message>
            <source>Samples with exchanged characters</source>
            <translation>Amostras com caracteres trocados</translation>
        </message>
        <message>
            <source>DGM</source>
            <translation>DGM</translation>
        </message>
        <message>
            <source>Samples that the DGM made far</source>
            <translation>Amostras que o DGM tornou distantes</translation>
        </message>
        <message>
            <source>Camera</source>
            <translation>Câmera</translation>
        </message>
        <message>
            <source>Samples drawn as your camera records them</source>
            <translation>Amostras desenhadas como a sua câmera as registra</translation>
        </message>
        <message>
            <source>Samples of drawn plates</source>
            <translation>Amostras de placas desenhadas</translation>
        </message>
        <message>
            <source>Samples</source>
            <translation>Amostras</translation>
        </message>
        <message>
            <source>permuted</source>
            <translation>permutada</translation>
        </message>
        <message>
            <source>through DGM</source>
            <translation>pelo DGM</translation>
        </message>
        <message>
            <source>as the camera</source>
            <translation>como a câmera</translation>
        </message>
        <message>
            <source>drawn</source>
            <translation>desenhada</translation>
        </message>
        <message>
            <source>Pair sets</source>
            <translation>Conjuntos de pares</translation>
        </message>
        <message>
            <source>Start from</source>
            <translation>Partir de</translation>
        </message>
        <message>
            <source>The DGM that is trained further, or a new one</source>
            <translation>O DGM cujo treinamento continua, ou um novo</translation>
        </message>
        <message>
            <source>Own pairs</source>
            <translation>Pares próprios</translation>
        </message>
        <message>
            <source>Share of your own pairs in a batch; the rest are pairs of drawn clips</source>
            <translation>Proporção de pares próprios em um lote; o resto são pares de vídeos desenhados</translation>
        </message>
        <message>
            <source>Pairs</source>
            <translation>Pares</translation>
        </message>
        <message>
            <source>Pairs to see in all</source>
            <translation>Total de pares a ver</translation>
        </message>
        <message>
            <source>Minutes after which the training ends, 0 for no limit</source>
            <translation>Minutos após os quais o treinamento termina; 0 para não limitar</translation>
        </message>
        <message>
            <source>pairs</source>
            <translation>pares</translation>
        </message>
        <message>
            <source>pairs seen</source>
            <translation>pares vistos</translation>
        </message>
        <message>
            <source>Energy score</source>
            <translation>Escore de energia</translation>
        </message>
        <message>
            <source>After the first evaluation: how well far plates of the DGM fit recorded ones, beside plain reduction.</source>
            <translation>Após a primeira avaliação: quanto as placas distantes do DGM se aproximam das gravadas, em comparação com a simples redução.</translation>
        </message>
        <message>
            <source>Loss (energy score)</source>
            <translation>Perda (escore de energia)</translation>
        </message>
        <message>
            <source>The loss of the training will be drawn here.</source>
            <translation>A perda do treinamento será traçada aqui.</translation>
        </message>
        <message>
            <source>Time of the training</source>
            <translation>Momento do treinamento</translation>
        </message>
        <message>
            <source>Show what the DGM made at another time of its training</source>
            <translation>Mostrar o que o DGM gerava em outro momento do treinamento</translation>
        </message>
        <message>
            <source>Pairs side by side</source>
            <translation>Pares lado a lado</translation>
        </message>
        <message>
            <source>{name}   {n} pairs   {digest}…</source>
            <translation>{name}   {n} pares   {digest}…</translation>
        </message>
        <message>
            <source>{name}   {n} pairs of {text}   {digest}…</source>
            <translation>{name}   {n} pares de {text}   {digest}…</translation>
        </message>
        <message>
            <source>{n} pairs in {sets} sets; some are kept back to measure on.</source>
            <translation>{n} pares em {sets} conjuntos; alguns são reservados para medir.</translation>
        </message>
        <message>
            <source>No pairs of your own: training films drawn plates. Follow a plate in a clip and take its pairs (Examine, menu Plate), or choose a folder of pair sets.</source>
            <translation>Sem pares próprios: o treinamento filma placas desenhadas. Siga uma placa em um vídeo e extraia seus pares (Examinar, menu Placa), ou escolha uma pasta de conjuntos de pares.</translation>
        </message>
        <message>
            <source>makes training pictures</source>
            <translation>gera imagens de treinamento</translation>
        </message>
        <message>
            <source>came with the program</source>
            <translation>veio com o programa</translation>
        </message>
        <message>
            <source>not compared yet</source>
            <translation>ainda não comparado</translation>
        </message>
        <message>
            <source>better on held plates</source>
            <translation>melhor em placas reservadas</translation>
        </message>
        <message>
            <source>not shown to be better</source>
            <translation>não se mostrou melhor</translation>
        </message>
        <message>
            <source>worse on held plates</source>
            <translation>pior em placas reservadas</translation>
        </message>
        <message>
            <source>forgets drawn plates</source>
            <translation>esquece placas desenhadas</translation>
        </message>
        <message>
            <source>From now on {name} reads. The activation can be taken back.</source>
            <translation>A partir de agora, {name} faz as leituras. A ativação pode ser revertida.</translation>
        </message>
        <message>
            <source>The activation was taken back; {name} reads.</source>
            <translation>A ativação foi revertida; {name} faz as leituras.</translation>
        </message>
        <message>
            <source>{name} was written to {path}, its card beside it.</source>
            <translation>{name} foi gravado em {path}, com sua ficha ao lado.</translation>
        </message>
        <message>
            <source>{name} was taken in. Compare it with the model in use before it reads.</source>
            <translation>{name} foi importado. Compare-o com o modelo em uso antes que faça leituras.</translation>
        </message>
        <message>
            <source>The model was deleted.</source>
            <translation>O modelo foi excluído.</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Rede</translation>
        </message>
        <message>
            <source>SHA-256</source>
            <translation>SHA-256</translation>
        </message>
        <message>
            <source>Began with</source>
            <translation>Partiu de</translation>
        </message>
        <message>
            <source>and that with</source>
            <translation>que partiu de</translation>
        </message>
        <message>
            <source>Own plates</source>
            <translation>Placas próprias</translation>
        </message>
        <message>
            <source>{n} pictures of the set {name}, SHA-256 {digest}</source>
            <translation>{n} imagens do conjunto {name}, SHA-256 {digest}</translation>
        </message>
        <message>
            <source>Training data</source>
            <translation>Dados de treinamento</translation>
        </message>
        <message>
            <source>Samples seen</source>
            <translation>Amostras vistas</translation>
        </message>
        <message>
            <source>Trained</source>
            <translation>Treinado</translation>
        </message>
        <message>
            <source>{day}, program version {version}</source>
            <translation>{day}, versão {version} do programa</translation>
        </message>
        <message>
            <source>Calibration</source>
            <translation>Calibração</translation>
        </message>
        <message>
            <source>none: recalibrate before it reads</source>
            <translation>nenhuma: recalibre antes de usá-lo para ler</translation>
        </message>
        <message>
            <source>No training yet</source>
            <translation>Nenhum treinamento ainda</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>Iniciando…</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>Treinamento</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>Em pausa</translation>
        </message>
        <message>
            <source>Stopping: the step is finished and the state saved</source>
            <translation>Parando: o passo é concluído e o estado, salvo</translation>
        </message>
        <message>
            <source>The training runs in a process of its own; loading the network takes some seconds.</source>
            <translation>O treinamento roda em processo próprio; carregar a rede leva alguns segundos.</translation>
        </message>
        <message>
            <source>Everything has a sensible value; start when the data is right.</source>
            <translation>Tudo já tem um valor sensato; comece quando os dados estiverem certos.</translation>
        </message>
        <message>
            <source>{done} of {total} {unit}</source>
            <translation>{done} de {total} {unit}</translation>
        </message>
        <message>
            <source>{rate} a second</source>
            <translation>{rate} por segundo</translation>
        </message>
        <message>
            <source>{time} left</source>
            <translation>faltam {time}</translation>
        </message>
        <message>
            <source>samples</source>
            <translation>amostras</translation>
        </message>
        <message>
            <source>samples seen</source>
            <translation>amostras vistas</translation>
        </message>
        <message>
            <source>Loss, nats per character</source>
            <translation>Perda, nats por caractere</translation>
        </message>
        <message>
            <source>Plates read whole by width, %</source>
            <translation>Placas lidas por inteiro, por largura, %</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>Taxa de aprendizado</translation>
        </message>
        <message>
            <source>After the first evaluation: how many drawn plates of each width, and own ones, are read.</source>
            <translation>Após a primeira avaliação: quantas placas desenhadas de cada largura, e quantas próprias, são lidas.</translation>
        </message>
        <message>
            <source>The learning rate will be drawn here.</source>
            <translation>A taxa de aprendizado será traçada aqui.</translation>
        </message>
        <message>
            <source>Examples</source>
            <translation>Exemplos</translation>
        </message>
        <message>
            <source>Own plates that the network reads right and wrong will stand here after the first evaluation.</source>
            <translation>Placas próprias que a rede lê certo e errado aparecerão aqui após a primeira avaliação.</translation>
        </message>
        <message>
            <source>Training pictures to see in all; the learning rate falls to zero there.</source>
            <translation>Total de imagens de treinamento a ver; ao final, a taxa de aprendizado chega a zero.</translation>
        </message>
        <message>
            <source>Time limit, min</source>
            <translation>Limite de tempo, min</translation>
        </message>
        <message>
            <source>The training ends after so many minutes, with the learning rate at zero; 0 for no limit.</source>
            <translation>O treinamento termina após esses minutos, com a taxa de aprendizado em zero; 0 para não limitar.</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>Lote</translation>
        </message>
        <message>
            <source>Pictures per step. Larger batches are steadier and need more memory.</source>
            <translation>Imagens por passo. Lotes maiores são mais estáveis e exigem mais memória.</translation>
        </message>
        <message>
            <source>Length of a step at its peak. Too high and the loss jumps or becomes no number; too low and nothing is learnt.</source>
            <translation>Tamanho de um passo no pico. Alta demais, a perda salta ou deixa de ser um número; baixa demais, nada se aprende.</translation>
        </message>
        <message>
            <source>Warm-up</source>
            <translation>Aquecimento</translation>
        </message>
        <message>
            <source>Samples over which the learning rate rises from zero to its peak.</source>
            <translation>Amostras ao longo das quais a taxa de aprendizado sobe de zero ao pico.</translation>
        </message>
        <message>
            <source>Evaluate every</source>
            <translation>Avaliar a cada</translation>
        </message>
        <message>
            <source>Samples between two evaluations by width; each one takes some seconds.</source>
            <translation>Amostras entre duas avaliações por largura; cada uma leva alguns segundos.</translation>
        </message>
        <message>
            <source>Averaging</source>
            <translation>Média móvel</translation>
        </message>
        <message>
            <source>How slowly the moving average of the weights follows (EMA); the average counts as what was learnt.</source>
            <translation>Com que lentidão a média móvel acompanha os pesos (EMA); a média vale como o que foi aprendido.</translation>
        </message>
        <message>
            <source>Optimizer</source>
            <translation>Otimizador</translation>
        </message>
        <message>
            <source>How a step follows from the gradients: AdamW scales each weight by itself, Muon the weights of a layer together, so that it learns more from each sample</source>
            <translation>Como um passo resulta dos gradientes: o AdamW ajusta cada peso por si, o Muon os pesos de uma camada em conjunto, e assim aprende mais com cada amostra</translation>
        </message>
        <message>
            <source>Mixing</source>
            <translation>Mistura</translation>
        </message>
        <message>
            <source>Share of what was learnt in the weights that are kept; the rest stays as it was before, so that less is forgotten.</source>
            <translation>Parcela do que foi aprendido nos pesos que se guardam; o resto fica como era antes, para que se esqueça menos.</translation>
        </message>
        <message>
            <source>Weight decay</source>
            <translation>Decaimento dos pesos</translation>
        </message>
        <message>
            <source>How strongly large weights are pulled towards zero (decoupled weight decay).</source>
            <translation>Com que força os pesos grandes são puxados para zero (decaimento desacoplado).</translation>
        </message>
        <message>
            <source>Clip gradient at</source>
            <translation>Limitar gradiente a</translation>
        </message>
        <message>
            <source>Greatest length of the gradient; longer ones are shortened, so that one odd batch does no harm.</source>
            <translation>Tamanho máximo do gradiente; os maiores são encurtados para que um lote atípico não cause dano.</translation>
        </message>
        <message>
            <source>Format share</source>
            <translation>Peso do formato</translation>
        </message>
        <message>
            <source>Weight of telling the plate's format beside its characters, for networks that do.</source>
            <translation>Peso de reconhecer o formato da placa além dos caracteres, nas redes que o fazem.</translation>
        </message>
        <message>
            <source>Easy samples</source>
            <translation>Amostras fáceis</translation>
        </message>
        <message>
            <source>Samples at the start with wide plates only; a network that starts from scratch may need them.</source>
            <translation>Amostras iniciais só com placas largas; uma rede que começa do zero pode precisar delas.</translation>
        </message>
        <message>
            <source>Narrow plates</source>
            <translation>Placas estreitas</translation>
        </message>
        <message>
            <source>Share of the drawn plates that are 28 to 66 pixels wide: there a reader that is good on wide ones still learns, and forgets first.</source>
            <translation>Parcela das placas desenhadas com 28 a 66 pixels de largura: nelas um leitor bom em placas largas ainda aprende, e esquece primeiro.</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Semente</translation>
        </message>
        <message>
            <source>Decides the division of the set and every random choice; the same seed gives the same training.</source>
            <translation>Determina a divisão do conjunto e toda escolha aleatória; a mesma semente dá o mesmo treinamento.</translation>
        </message>
        <message>
            <source>The weights that are trained further</source>
            <translation>Os pesos cujo treinamento continua</translation>
        </message>
        <message>
            <source>The network of a training from scratch</source>
            <translation>A rede de um treinamento do zero</translation>
        </message>
        <message>
            <source>Where the network trains, with the memory that is there</source>
            <translation>Onde a rede treina, com a memória disponível</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Dispositivo</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>Predefinição</translation>
        </message>
        <message>
            <source>Quick</source>
            <translation>Rápido</translation>
        </message>
        <message>
            <source>Fine-tune for some twenty minutes: enough to learn a camera</source>
            <translation>Ajuste fino por cerca de vinte minutos: o bastante para aprender uma câmera</translation>
        </message>
        <message>
            <source>Long</source>
            <translation>Longo</translation>
        </message>
        <message>
            <source>Fine-tune for some hours: for sets of hundreds of plates</source>
            <translation>Ajuste fino por algumas horas: para conjuntos de centenas de placas</translation>
        </message>
        <message>
            <source>From scratch</source>
            <translation>Do zero</translation>
        </message>
        <message>
            <source>Train a new network; that takes days on a processor</source>
            <translation>Treinar uma rede nova; leva dias em um processador</translation>
        </message>
        <message>
            <source>All settings</source>
            <translation>Todas as configurações</translation>
        </message>
        <message>
            <source>Show every setting behind the preset</source>
            <translation>Mostrar todas as configurações da predefinição</translation>
        </message>
        <message>
            <source>at most {minutes} minutes or </source>
            <translation>no máximo {minutes} minutos ou </translation>
        </message>
        <message>
            <source>{limit}{samples} samples, {batch} a step.</source>
            <translation>{limit}{samples} amostras, {batch} por passo.</translation>
        </message>
        <message>
            <source>Parts of the training</source>
            <translation>Partes do treinamento</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Dados</translation>
        </message>
        <message>
            <source>Where training pictures come from, and what the network will see</source>
            <translation>De onde vêm as imagens de treinamento e o que a rede verá</translation>
        </message>
        <message>
            <source>Recognizer</source>
            <translation>Reconhecedor</translation>
        </message>
        <message>
            <source>Train what reads plates</source>
            <translation>Treinar o que lê placas</translation>
        </message>
        <message>
            <source>Train what makes far plates of near ones</source>
            <translation>Treinar o que torna distantes as placas próximas</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modelos</translation>
        </message>
        <message>
            <source>Keep, compare, activate and hand out models</source>
            <translation>Guardar, comparar, ativar e fornecer modelos</translation>
        </message>
        <message>
            <source>{n} pictures of {name} to train on, beside drawn plates; shares as set in Data.</source>
            <translation>{n} imagens de “{name}” para treinar, além de placas desenhadas; proporções conforme Dados.</translation>
        </message>
        <message>
            <source>{n} pictures of {name} and {pairs} of pair sets to train on, beside drawn plates; shares as set in Data.</source>
            <translation>{n} imagens de “{name}” e {pairs} de conjuntos de pares para treinar, além de placas desenhadas; proporções conforme Dados.</translation>
        </message>
        <message>
            <source>Drawn plates only. Choose or label plates of your own in Data to teach it your camera.</source>
            <translation>Só placas desenhadas. Escolha ou rotule placas próprias em Dados para ensinar sua câmera à rede.</translation>
        </message>
        <message>
            <source>E&amp;xamine</source>
            <translation>Exami&amp;nar</translation>
        </message>
        <message>
            <source>Look at the evidence and read plates</source>
            <translation>Ver os vestígios e ler placas</translation>
        </message>
        <message>
            <source>&amp;Report</source>
            <translation>&amp;Laudo</translation>
        </message>
        <message>
            <source>Show the report of the case as it would be written</source>
            <translation>Mostrar o laudo do caso como seria gravado</translation>
        </message>
        <message>
            <source>Trai&amp;n</source>
            <translation>&amp;Treinar</translation>
        </message>
        <message>
            <source>Train the networks on plates of your own</source>
            <translation>Treinar as redes com placas próprias</translation>
        </message>
        <message>
            <source>Frame {n}, plate {w} x {h} px</source>
            <translation>Quadro {n}, placa {w} x {h} px</translation>
        </message>
        <message>
            <source>Read from the enhanced picture: {steps}</source>
            <translation>Lida da imagem realçada: {steps}</translation>
        </message>
        <message>
            <source>Read from the original.</source>
            <translation>Lida do original.</translation>
        </message>
        <message>
            <source>Probability</source>
            <translation>Probabilidade</translation>
        </message>
        <message>
            <source>Probability (network)</source>
            <translation>Probabilidade (rede)</translation>
        </message>
        <message>
            <source>The original gives {plate} ({p}).</source>
            <translation>O original dá {plate} ({p}).</translation>
        </message>
        <message>
            <source>The probabilities are the network's own; they are not calibrated.</source>
            <translation>As probabilidades são as da própria rede; não são calibradas.</translation>
        </message>
        <message>
            <source>Weights {name}, SHA-256 {digest}</source>
            <translation>Pesos {name}, SHA-256 {digest}</translation>
        </message>
    </context>
    <context>
        <name>AboutDialog</name>
        <message>
            <source>About Forensic LPR</source>
            <translation>Sobre o Forensic LPR</translation>
        </message>
        <message>
            <source>Reads licence plates from poor pictures and documents how. It works offline. Unless a reading says otherwise its probabilities are the network's own; a reading is a lead, not a proof.</source>
            <translation>Lê placas de veículos em imagens ruins e documenta como o fez. Funciona sem conexão. Salvo indicação na própria leitura, as probabilidades são as da rede; uma leitura é uma pista, não uma prova.</translation>
        </message>
        <message>
            <source>Version, packages and folders</source>
            <translation>Versão, pacotes e pastas</translation>
        </message>
        <message>
            <source>Licences</source>
            <translation>Licenças</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>Copiar detalhes</translation>
        </message>
        <message>
            <source>frozen program</source>
            <translation>programa empacotado</translation>
        </message>
        <message>
            <source>from source</source>
            <translation>do código-fonte</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>Versão</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>Log</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>Casos</translation>
        </message>
        <message>
            <source>{path} is missing; install the program again.</source>
            <translation>Falta {path}; instale o programa novamente.</translation>
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <source>&amp;Train</source>
            <translation>&amp;Treinar</translation>
        </message>
        <message>
            <source>Rep&amp;ort</source>
            <translation>&amp;Laudo</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Arquivo</translation>
        </message>
        <message>
            <source>&amp;Open…</source>
            <translation>&amp;Abrir…</translation>
        </message>
        <message>
            <source>Open stills and clips</source>
            <translation>Abrir imagens e vídeos</translation>
        </message>
        <message>
            <source>Open &amp;recent</source>
            <translation>A&amp;brir recentes</translation>
        </message>
        <message>
            <source>Open the &amp;sample case</source>
            <translation>Abrir caso de a&amp;mostra</translation>
        </message>
        <message>
            <source>Open a still and a clip to try</source>
            <translation>Abrir uma imagem e um vídeo para experimentar</translation>
        </message>
        <message>
            <source>Re&amp;move exhibit</source>
            <translation>Retirar vestí&amp;gio</translation>
        </message>
        <message>
            <source>Take the exhibit out of the list; the file is not touched</source>
            <translation>Retirar o vestígio da lista; o arquivo não é tocado</translation>
        </message>
        <message>
            <source>&amp;Export report…</source>
            <translation>Exportar la&amp;udo…</translation>
        </message>
        <message>
            <source>Write the report of the case as PDF, and as JSON beside it</source>
            <translation>Gravar o laudo do caso em PDF, com o JSON ao lado</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>Sa&amp;ir</translation>
        </message>
        <message>
            <source>Close the program</source>
            <translation>Fechar o programa</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Editar</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Desfazer</translation>
        </message>
        <message>
            <source>Take the last change of corners or steps back</source>
            <translation>Desfazer a última alteração de cantos ou passos</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Refazer</translation>
        </message>
        <message>
            <source>Make the change that was taken back again</source>
            <translation>Refazer a alteração desfeita</translation>
        </message>
        <message>
            <source>&amp;Copy reading as text</source>
            <translation>&amp;Copiar leitura como texto</translation>
        </message>
        <message>
            <source>Copy the reading as text</source>
            <translation>Copiar a leitura como texto</translation>
        </message>
        <message>
            <source>Copy plates as CS&amp;V</source>
            <translation>Copiar placas como CS&amp;V</translation>
        </message>
        <message>
            <source>Copy the plates as a table</source>
            <translation>Copiar as placas como tabela</translation>
        </message>
        <message>
            <source>Copy reading as &amp;JSON</source>
            <translation>Copiar leitura como &amp;JSON</translation>
        </message>
        <message>
            <source>Copy the reading with all that is needed to repeat it</source>
            <translation>Copiar a leitura com tudo o que é preciso para repeti-la</translation>
        </message>
        <message>
            <source>&amp;Plate</source>
            <translation>&amp;Placa</translation>
        </message>
        <message>
            <source>&amp;Mark the middle of the view</source>
            <translation>Marcar o centro da &amp;vista</translation>
        </message>
        <message>
            <source>Put four corners in the middle, to be moved by keys</source>
            <translation>Pôr quatro cantos no centro, a mover pelo teclado</translation>
        </message>
        <message>
            <source>&amp;Use the last corners here</source>
            <translation>&amp;Usar aqui os últimos cantos</translation>
        </message>
        <message>
            <source>Put the corners marked last on this frame</source>
            <translation>Pôr neste quadro os últimos cantos marcados</translation>
        </message>
        <message>
            <source>&amp;Next corner</source>
            <translation>&amp;Próximo canto</translation>
        </message>
        <message>
            <source>Select the next corner (also Tab)</source>
            <translation>Selecionar o próximo canto (também Tab)</translation>
        </message>
        <message>
            <source>&amp;Previous corner</source>
            <translation>Canto &amp;anterior</translation>
        </message>
        <message>
            <source>Select the previous corner (also Shift+Tab)</source>
            <translation>Selecionar o canto anterior (também Shift+Tab)</translation>
        </message>
        <message>
            <source>&amp;Turn the reading direction</source>
            <translation>&amp;Girar o sentido de leitura</translation>
        </message>
        <message>
            <source>Turn the reading direction by a quarter</source>
            <translation>Girar o sentido de leitura em um quarto de volta</translation>
        </message>
        <message>
            <source>&amp;Clear corners</source>
            <translation>L&amp;impar cantos</translation>
        </message>
        <message>
            <source>Remove the corners from this frame</source>
            <translation>Remover os cantos deste quadro</translation>
        </message>
        <message>
            <source>Read a&amp;gain</source>
            <translation>Ler outra ve&amp;z</translation>
        </message>
        <message>
            <source>Load the weights and read the plate once more</source>
            <translation>Carregar os pesos e ler a placa mais uma vez</translation>
        </message>
        <message>
            <source>Plates that follow the &amp;syntax</source>
            <translation>Só placas con&amp;forme a sintaxe</translation>
        </message>
        <message>
            <source>List only plates that follow the format's syntax</source>
            <translation>Listar só placas que seguem a sintaxe do formato</translation>
        </message>
        <message>
            <source>E&amp;nhance</source>
            <translation>&amp;Realce</translation>
        </message>
        <message>
            <source>F&amp;rame</source>
            <translation>&amp;Quadro</translation>
        </message>
        <message>
            <source>&amp;First frame</source>
            <translation>&amp;Primeiro quadro</translation>
        </message>
        <message>
            <source>Go to the first frame</source>
            <translation>Ir para o primeiro quadro</translation>
        </message>
        <message>
            <source>Ten frames &amp;back</source>
            <translation>&amp;Voltar dez quadros</translation>
        </message>
        <message>
            <source>Go ten frames back</source>
            <translation>Voltar dez quadros</translation>
        </message>
        <message>
            <source>&amp;Previous frame</source>
            <translation>&amp;Quadro anterior</translation>
        </message>
        <message>
            <source>Go one frame back</source>
            <translation>Voltar um quadro</translation>
        </message>
        <message>
            <source>&amp;Next frame</source>
            <translation>Pró&amp;ximo quadro</translation>
        </message>
        <message>
            <source>Go one frame on</source>
            <translation>Avançar um quadro</translation>
        </message>
        <message>
            <source>Ten frames &amp;on</source>
            <translation>&amp;Avançar dez quadros</translation>
        </message>
        <message>
            <source>Go ten frames on</source>
            <translation>Avançar dez quadros</translation>
        </message>
        <message>
            <source>&amp;Last frame</source>
            <translation>Último q&amp;uadro</translation>
        </message>
        <message>
            <source>Go to the last frame</source>
            <translation>Ir para o último quadro</translation>
        </message>
        <message>
            <source>Play back&amp;ward</source>
            <translation>Reproduzir para &amp;trás</translation>
        </message>
        <message>
            <source>Play backward at true speed; again for twice as fast</source>
            <translation>Reproduzir para trás em velocidade real; de novo, no dobro</translation>
        </message>
        <message>
            <source>Play or p&amp;ause</source>
            <translation>&amp;Reproduzir ou pausar</translation>
        </message>
        <message>
            <source>Play at true speed, or pause</source>
            <translation>Reproduzir em velocidade real, ou pausar</translation>
        </message>
        <message>
            <source>Pla&amp;y</source>
            <translation>Reprodu&amp;zir</translation>
        </message>
        <message>
            <source>Play at true speed; again for twice as fast</source>
            <translation>Reproduzir em velocidade real; de novo, no dobro</translation>
        </message>
        <message>
            <source>&amp;Go to…</source>
            <translation>&amp;Ir para…</translation>
        </message>
        <message>
            <source>Go to a frame number or a time</source>
            <translation>Ir para um número de quadro ou um tempo</translation>
        </message>
        <message>
            <source>Decode the whole clip once, so that every frame can be reached</source>
            <translation>Decodificar o vídeo inteiro uma vez, para que todo quadro possa ser alcançado</translation>
        </message>
        <message>
            <source>&amp;Integrity of the clip…</source>
            <translation>I&amp;ntegridade do vídeo…</translation>
        </message>
        <message>
            <source>List what is damaged or missing in the clip, with the frames</source>
            <translation>Listar o que está danificado ou falta no vídeo, com os quadros</translation>
        </message>
        <message>
            <source>Set the scene &amp;clock…</source>
            <translation>&amp;Definir o relógio na imagem…</translation>
        </message>
        <message>
            <source>Tell what a clock in the picture shows at this frame</source>
            <translation>Informar o que um relógio na imagem mostra neste quadro</translation>
        </message>
        <message>
            <source>Next &amp;video stream</source>
            <translation>Próximo &amp;fluxo de vídeo</translation>
        </message>
        <message>
            <source>Open the next video stream of the clip as an exhibit of its own</source>
            <translation>Abrir o próximo fluxo de vídeo do arquivo como um vestígio próprio</translation>
        </message>
        <message>
            <source>Fields as &amp;pictures</source>
            <translation>Campos como ima&amp;gens</translation>
        </message>
        <message>
            <source>Show each field of the clip as a picture of its own; once more, in the other order</source>
            <translation>Mostrar cada campo do vídeo como imagem própria; de novo, na outra ordem</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>E&amp;xibir</translation>
        </message>
        <message>
            <source>Zoom &amp;in</source>
            <translation>&amp;Ampliar</translation>
        </message>
        <message>
            <source>Zoom in (also the wheel)</source>
            <translation>Ampliar (também com a roda)</translation>
        </message>
        <message>
            <source>Zoom &amp;out</source>
            <translation>&amp;Reduzir</translation>
        </message>
        <message>
            <source>Zoom out (also the wheel)</source>
            <translation>Reduzir (também com a roda)</translation>
        </message>
        <message>
            <source>One to o&amp;ne</source>
            <translation>&amp;Um para um</translation>
        </message>
        <message>
            <source>Show every pixel as one pixel</source>
            <translation>Mostrar cada pixel como um pixel</translation>
        </message>
        <message>
            <source>&amp;Fit</source>
            <translation>Aju&amp;star</translation>
        </message>
        <message>
            <source>Show the whole picture</source>
            <translation>Mostrar a imagem inteira</translation>
        </message>
        <message>
            <source>Zoom to the &amp;plate</source>
            <translation>Ampliar a pla&amp;ca</translation>
        </message>
        <message>
            <source>Show the marked plate large</source>
            <translation>Mostrar a placa marcada em tamanho grande</translation>
        </message>
        <message>
            <source>Pixel &amp;grid</source>
            <translation>&amp;Grade de pixels</translation>
        </message>
        <message>
            <source>Draw the borders of pixels from 8 times on</source>
            <translation>Traçar as bordas dos pixels a partir da ampliação de 8 vezes</translation>
        </message>
        <message>
            <source>Ne&amp;xt panel</source>
            <translation>Próxi&amp;mo painel</translation>
        </message>
        <message>
            <source>Move the keyboard to the next panel</source>
            <translation>Levar o foco do teclado ao próximo painel</translation>
        </message>
        <message>
            <source>Pre&amp;vious panel</source>
            <translation>&amp;Painel anterior</translation>
        </message>
        <message>
            <source>Move the keyboard to the previous panel</source>
            <translation>Levar o foco do teclado ao painel anterior</translation>
        </message>
        <message>
            <source>Fra&amp;mes of the track</source>
            <translation>&amp;Quadros da sequência</translation>
        </message>
        <message>
            <source>Show or hide the frames of the track</source>
            <translation>Mostrar ou ocultar os quadros da sequência</translation>
        </message>
        <message>
            <source>&amp;Dark or light</source>
            <translation>&amp;Escuro ou claro</translation>
        </message>
        <message>
            <source>Change between the dark and the light theme</source>
            <translation>Alternar entre o tema escuro e o claro</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>Aj&amp;uda</translation>
        </message>
    </context>
    <context>
        <name>AnywayDialog</name>
        <message>
            <source>Activate all the same</source>
            <translation>Ativar mesmo assim</translation>
        </message>
        <message>
            <source>{name} was not compared with the model in use on held plates.</source>
            <translation>{name} não foi comparado com o modelo em uso nas placas reservadas.</translation>
        </message>
        <message>
            <source>Nothing shows that it reads better. Readings made with it say which weights they are of, and the activation can be taken back.</source>
            <translation>Nada mostra que ele lê melhor. As leituras feitas com ele dizem de quais pesos são, e a ativação pode ser revertida.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
    </context>
    <context>
        <name>AuditDialog</name>
        <message>
            <source>Audit log</source>
            <translation>Registro de auditoria</translation>
        </message>
        <message>
            <source>All kinds</source>
            <translation>Todos os tipos</translation>
        </message>
        <message>
            <source>Kind of act</source>
            <translation>Tipo de ato</translation>
        </message>
        <message>
            <source>Show rows that hold this text</source>
            <translation>Mostrar as entradas que contêm este texto</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filtro</translation>
        </message>
        <message>
            <source>Rows of the audit log</source>
            <translation>Entradas do registro de auditoria</translation>
        </message>
        <message>
            <source>The chosen row stands here whole.</source>
            <translation>A entrada escolhida aparece aqui por inteiro.</translation>
        </message>
        <message>
            <source>The chosen row</source>
            <translation>A entrada escolhida</translation>
        </message>
        <message>
            <source>Export CSV…</source>
            <translation>Exportar CSV…</translation>
        </message>
        <message>
            <source>Export JSON…</source>
            <translation>Exportar JSON…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fechar</translation>
        </message>
        <message>
            <source>{shown} of {rows} rows; head {hash}</source>
            <translation>{shown} de {rows} entradas; hash da última {hash}</translation>
        </message>
        <message>
            <source>Export the rows shown</source>
            <translation>Exportar as entradas mostradas</translation>
        </message>
        <message>
            <source>The log cannot be written: {reason}.</source>
            <translation>O registro não pode ser gravado: {reason}.</translation>
        </message>
    </context>
    <context>
        <name>AuditModel</name>
        <message>
            <source>Row</source>
            <translation>Nº</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Quando</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Quem</translation>
        </message>
        <message>
            <source>What</source>
            <translation>O quê</translation>
        </message>
        <message>
            <source>Parameters</source>
            <translation>Parâmetros</translation>
        </message>
    </context>
    <context>
        <name>AverageView</name>
        <message>
            <source>Average of the frames</source>
            <translation>Média dos quadros</translation>
        </message>
        <message>
            <source>Average of {n} frames: an illustration computed from their pixels</source>
            <translation>Média de {n} quadros: uma ilustração calculada a partir de seus pixels</translation>
        </message>
        <message>
            <source>Average of {n} frames: an illustration</source>
            <translation>Média de {n} quadros: uma ilustração</translation>
        </message>
    </context>
    <context>
        <name>BlindBoxes</name>
        <message>
            <source>Your own reading</source>
            <translation>Sua leitura</translation>
        </message>
        <message>
            <source>Type the characters; ? for one that cannot be told, / before an alternative (8/B)</source>
            <translation>Digite os caracteres; ? para um que não se pode dizer, / antes de uma alternativa (8/B)</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>vazia</translation>
        </message>
    </context>
    <context>
        <name>BlindCopyDialog</name>
        <message>
            <source>Blind copy for a second examiner</source>
            <translation>Cópia cega para um segundo perito</translation>
        </message>
        <message>
            <source>Make the copy</source>
            <translation>Fazer a cópia</translation>
        </message>
        <message>
            <source>The copy holds the evidence by its place and digest, the marked plates and the question. No reading, conclusion, remark or log of this case is in it. The second examiner opens it as a case and seals a reading of each plate; File, Take in a second reading brings them back.</source>
            <translation>A cópia contém os vestígios por seu lugar e resumo criptográfico, as placas marcadas e os quesitos. Nenhuma leitura, conclusão, observação ou registro deste caso está nela. O segundo perito a abre como um caso e lacra uma leitura de cada placa; Arquivo, Trazer uma segunda leitura as recebe no caso.</translation>
        </message>
        <message>
            <source>Name of the second examiner</source>
            <translation>Nome do segundo perito</translation>
        </message>
        <message>
            <source>{case}-blind.flpr</source>
            <translation>{case}-cega.flpr</translation>
        </message>
        <message>
            <source>Blind copy</source>
            <translation>Cópia cega</translation>
        </message>
        <message>
            <source>Cases (*.flpr)</source>
            <translation>Casos (*.flpr)</translation>
        </message>
        <message>
            <source>Second &amp;examiner</source>
            <translation>Segundo &amp;perito</translation>
        </message>
        <message>
            <source>Blind &amp;copy</source>
            <translation>&amp;Cópia cega</translation>
        </message>
        <message>
            <source>Say for whom the copy is; the record names the second examiner.</source>
            <translation>Diga para quem é a cópia; o registro nomeia o segundo perito.</translation>
        </message>
        <message>
            <source>Say where the copy is to lie.</source>
            <translation>Diga onde a cópia deve ficar.</translation>
        </message>
        <message>
            <source>There is a file of that name already; choose another.</source>
            <translation>Já existe um arquivo com esse nome; escolha outro.</translation>
        </message>
    </context>
    <context>
        <name>BlindPanel</name>
        <message>
            <source>Your own reading first</source>
            <translation>Primeiro, a sua leitura</translation>
        </message>
        <message>
            <source>Type what you see before the machine's reading is shown: ? for a character that cannot be told, / before an alternative, as in 8⁠/⁠B.</source>
            <translation>Digite o que você vê antes que a leitura da máquina seja mostrada: ? para um caractere que não se pode dizer, / antes de uma alternativa, como em 8⁠/⁠B.</translation>
        </message>
        <message>
            <source>This is plate {n} again</source>
            <translation>É de novo a placa {n}</translation>
        </message>
    </context>
    <context>
        <name>BoxEditor</name>
        <message>
            <source>Character boxes</source>
            <translation>Caixas dos caracteres</translation>
        </message>
        <message>
            <source>Drag a box or one of its edges. Keys: N the next box, arrows move it, with Shift its right and lower edge.</source>
            <translation>Arraste uma caixa ou uma de suas bordas. Teclas: N a próxima caixa, as setas a movem, com Shift a borda direita e a inferior.</translation>
        </message>
    </context>
    <context>
        <name>Canvas</name>
        <message>
            <source>Frame</source>
            <translation>Quadro</translation>
        </message>
        <message>
            <source>Click the four corners of a plate; Tab selects a corner, the arrow keys move it.</source>
            <translation>Clique nos quatro cantos de uma placa; Tab seleciona um canto, as setas o movem.</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>Abrindo…</translation>
        </message>
    </context>
    <context>
        <name>Card</name>
        <message>
            <source>{on} on, {back} back, {leave} leave</source>
            <translation>{on} avança, {back} volta, {leave} sai</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Voltar</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Sair</translation>
        </message>
        <message>
            <source>Tour, {n} of {count}</source>
            <translation>Tour, {n} de {count}</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Avançar</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Concluir</translation>
        </message>
    </context>
    <context>
        <name>CaseFlow</name>
        <message>
            <source>case</source>
            <translation>caso</translation>
        </message>
        <message>
            <source>Blind copy</source>
            <translation>Cópia cega</translation>
        </message>
        <message>
            <source>The blind copy for {name} is {path}.</source>
            <translation>A cópia cega para {name} é {path}.</translation>
        </message>
        <message>
            <source>Take in a second reading</source>
            <translation>Trazer uma segunda leitura</translation>
        </message>
        <message>
            <source>Second reading</source>
            <translation>Segunda leitura</translation>
        </message>
        <message>
            <source>Taken in: plate {plates}.</source>
            <translation>Recebida: placa {plates}.</translation>
        </message>
        <message>
            <source>Open case</source>
            <translation>Abrir caso</translation>
        </message>
        <message>
            <source>Cases (*.flpr);;All files (*)</source>
            <translation>Casos (*.flpr);;Todos os arquivos (*)</translation>
        </message>
        <message>
            <source>No reading of a plate is shown before {name} has read it.</source>
            <translation>Nenhuma leitura de uma placa é mostrada antes que {name} a tenha lido.</translation>
        </message>
        <message>
            <source>Save case as</source>
            <translation>Salvar caso como</translation>
        </message>
        <message>
            <source>Cases (*.flpr)</source>
            <translation>Casos (*.flpr)</translation>
        </message>
        <message>
            <source>{name} was not deleted: {reason}.</source>
            <translation>{name} não foi excluído: {reason}.</translation>
        </message>
        <message>
            <source>Verify case</source>
            <translation>Verificar caso</translation>
        </message>
        <message>
            <source>Package case</source>
            <translation>Empacotar caso</translation>
        </message>
        <message>
            <source>case.zip</source>
            <translation>caso.zip</translation>
        </message>
        <message>
            <source>Packages (*.zip)</source>
            <translation>Pacotes (*.zip)</translation>
        </message>
        <message>
            <source>{n} files were packaged into {path}.</source>
            <translation>{n} arquivos foram empacotados em {path}.</translation>
        </message>
        <message>
            <source>Everything holds.</source>
            <translation>Tudo confere.</translation>
        </message>
        <message>
            <source>Something does not hold: {first}</source>
            <translation>Algo não confere: {first}</translation>
        </message>
    </context>
    <context>
        <name>CaseState</name>
        <message>
            <source>unsaved case</source>
            <translation>caso não salvo</translation>
        </message>
    </context>
    <context>
        <name>ChangeReadingDialog</name>
        <message>
            <source>Change my reading of plate {n}</source>
            <translation>Alterar minha leitura da placa {n}</translation>
        </message>
        <message>
            <source>Record the change</source>
            <translation>Registrar alteração</translation>
        </message>
        <message>
            <source>Reading</source>
            <translation>Leitura</translation>
        </message>
        <message>
            <source>As in AB?1[C6]34; empty for “cannot read”</source>
            <translation>Como em AB?1[C6]34; vazio para “não pode ser lida”</translation>
        </message>
        <message>
            <source>What made you read it otherwise</source>
            <translation>O que levou você a ler de outro modo</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Razão</translation>
        </message>
        <message>
            <source>Sealed</source>
            <translation>Lacrada</translation>
        </message>
        <message>
            <source>&amp;Now</source>
            <translation>&amp;Agora</translation>
        </message>
        <message>
            <source>&amp;Reason</source>
            <translation>&amp;Razão</translation>
        </message>
        <message>
            <source>The sealed reading stays in the record and in the report, with this change beside it.</source>
            <translation>A leitura lacrada permanece no registro e no laudo, com esta alteração ao lado.</translation>
        </message>
    </context>
    <context>
        <name>ChecksPanel</name>
        <message>
            <source>Checks</source>
            <translation>Verificações</translation>
        </message>
        <message>
            <source>Problems of the set</source>
            <translation>Problemas do conjunto</translation>
        </message>
        <message>
            <source>What is wrong with a set of labelled plates, and how it is divided, will stand here.</source>
            <translation>O que há de errado com um conjunto de placas rotuladas, e como ele é dividido, aparecerá aqui.</translation>
        </message>
    </context>
    <context>
        <name>ClockDialog</name>
        <message>
            <source>Scene clock</source>
            <translation>Relógio na imagem</translation>
        </message>
        <message>
            <source>Date and time in the picture</source>
            <translation>Data e hora na imagem</translation>
        </message>
        <message>
            <source>What does the clock in the picture show at frame {n}? Leave empty for no clock.</source>
            <translation>O que mostra o relógio na imagem no quadro {n}? Deixe vazio se não há relógio.</translation>
        </message>
        <message>
            <source>The times of all other frames follow from this one. It is what the recorder's clock says, which can be wrong; the report says where it was read.</source>
            <translation>Os tempos de todos os outros quadros decorrem deste. É o que diz o relógio do gravador, que pode estar errado; o laudo informa onde ele foi lido.</translation>
        </message>
        <message>
            <source>Set</source>
            <translation>Definir</translation>
        </message>
        <message>
            <source>Write a date and a time such as 2026-03-01 12:00:00.</source>
            <translation>Escreva data e hora como 2026-03-01 12:00:00.</translation>
        </message>
    </context>
    <context>
        <name>CornerTool</name>
        <message>
            <source>Clear corners</source>
            <translation>Limpar cantos</translation>
        </message>
        <message>
            <source>Mark the middle</source>
            <translation>Marcar o centro</translation>
        </message>
        <message>
            <source>Use the last corners</source>
            <translation>Usar os últimos cantos</translation>
        </message>
        <message>
            <source>Turn the reading direction</source>
            <translation>Girar o sentido de leitura</translation>
        </message>
        <message>
            <source>Place a corner</source>
            <translation>Marcar um canto</translation>
        </message>
        <message>
            <source>Move a corner</source>
            <translation>Mover um canto</translation>
        </message>
        <message>
            <source>Move the plate</source>
            <translation>Mover a placa</translation>
        </message>
        <message>
            <source>Nudge a corner</source>
            <translation>Ajustar um canto</translation>
        </message>
    </context>
    <context>
        <name>CrashDialog</name>
        <message>
            <source>Forensic LPR made a mistake</source>
            <translation>Erro no Forensic LPR</translation>
        </message>
        <message>
            <source>The program made a mistake</source>
            <translation>O programa cometeu um erro</translation>
        </message>
        <message>
            <source>The last step may not have been done; your exhibits are unchanged and you can go on. Please send the text below to those who keep the program.</source>
            <translation>O último passo pode não ter sido executado; seus vestígios estão inalterados e você pode continuar. Envie o texto abaixo a quem mantém o programa.</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Detalhes</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>Copiar detalhes</translation>
        </message>
        <message>
            <source>Open log folder</source>
            <translation>Abrir pasta de log</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Continuar</translation>
        </message>
    </context>
    <context>
        <name>DamageLane</name>
        <message>
            <source>Damage along the clip</source>
            <translation>Danos ao longo do vídeo</translation>
        </message>
        <message>
            <source>{n} stretches are marked</source>
            <translation>Trechos marcados: {n}</translation>
        </message>
    </context>
    <context>
        <name>DgmTab</name>
        <message>
            <source>Pairs and settings</source>
            <translation>Pares e configurações</translation>
        </message>
        <message>
            <source>Pair sets</source>
            <translation>Conjuntos de pares</translation>
        </message>
        <message>
            <source>Start from</source>
            <translation>Partir de</translation>
        </message>
        <message>
            <source>Pairs</source>
            <translation>Pares</translation>
        </message>
        <message>
            <source>Time limit, min</source>
            <translation>Limite de tempo, min</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>Treinamento</translation>
        </message>
        <message>
            <source>The far plates that a DGM makes go into the recognizer's training at the share set in Data. The paper took two permuted plates for each one through the DGM.</source>
            <translation>As placas distantes que um DGM gera entram no treinamento do reconhecedor na proporção definida em Dados. O artigo usou duas placas permutadas para cada uma passada pelo DGM.</translation>
        </message>
        <message>
            <source>Training of the DGM</source>
            <translation>Treinamento do DGM</translation>
        </message>
        <message>
            <source>Through training time</source>
            <translation>Ao longo do treinamento</translation>
        </message>
        <message>
            <source>From top to bottom: near as recorded, far by plain bicubic reduction, far as recorded.</source>
            <translation>De cima para baixo: próxima como gravada, distante por simples redução bicúbica, distante como gravada.</translation>
        </message>
        <message>
            <source>From top to bottom: near as recorded, far as the DGM makes it, far by plain bicubic reduction, far as recorded.</source>
            <translation>De cima para baixo: próxima como gravada, distante como o DGM a gera, distante por simples redução bicúbica, distante como gravada.</translation>
        </message>
        <message>
            <source>from scratch</source>
            <translation>do zero</translation>
        </message>
        <message>
            <source>loss</source>
            <translation>perda</translation>
        </message>
        <message>
            <source>drawn clips</source>
            <translation>vídeos desenhados</translation>
        </message>
        <message>
            <source>own pairs</source>
            <translation>pares próprios</translation>
        </message>
        <message>
            <source>bicubic, own pairs</source>
            <translation>bicúbica, pares próprios</translation>
        </message>
        <message>
            <source>Own pairs kept back: DGM {made}, bicubic {plain}; less is better, the DGM fits them better.</source>
            <translation>Pares próprios reservados: DGM {made}, bicúbica {plain}; menor é melhor, o DGM os reproduz melhor.</translation>
        </message>
        <message>
            <source>Own pairs kept back: DGM {made}, bicubic {plain}; less is better, the DGM does not fit them better yet.</source>
            <translation>Pares próprios reservados: DGM {made}, bicúbica {plain}; menor é melhor, o DGM ainda não os reproduz melhor.</translation>
        </message>
        <message>
            <source>after {n} pairs</source>
            <translation>após {n} pares</translation>
        </message>
        <message>
            <source>no snapshot yet</source>
            <translation>ainda sem instantâneo</translation>
        </message>
        <message>
            <source>Near and far pictures of the same plates will stand here.</source>
            <translation>Imagens próximas e distantes das mesmas placas aparecerão aqui.</translation>
        </message>
        <message>
            <source>far: {width:.0f} px wide</source>
            <translation>distante: {width:.0f} px</translation>
        </message>
        <message>
            <source>Near, made far, reduced, and far as recorded at {width:.0f} px</source>
            <translation>Próxima, gerada como distante, reduzida e distante como gravada, com {width:.0f} px</translation>
        </message>
    </context>
    <context>
        <name>EarlierRuns</name>
        <message>
            <source>Earlier runs</source>
            <translation>Treinamentos anteriores</translation>
        </message>
        <message>
            <source>Runs that can go on, with how far they are</source>
            <translation>Treinamentos que podem continuar, com seu andamento</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>ainda não há</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Continuar</translation>
        </message>
    </context>
    <context>
        <name>EnhancementPanel</name>
        <message>
            <source>Enhancement</source>
            <translation>Realce</translation>
        </message>
        <message>
            <source>Read the enhanced picture</source>
            <translation>Ler a imagem realçada</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Stop computing the enhanced picture</source>
            <translation>Parar de calcular a imagem realçada</translation>
        </message>
        <message>
            <source>More on the steps</source>
            <translation>Mais sobre os passos</translation>
        </message>
        <message>
            <source>Steps that make visible what is there will stand here once a picture is open.</source>
            <translation>Os passos que tornam visível o que já está na imagem aparecerão aqui quando uma imagem for aberta.</translation>
        </message>
        <message>
            <source>No step yet: the original is shown. Steps never change the file, and each is recorded.</source>
            <translation>Ainda sem passos: é mostrado o original. Os passos nunca alteram o arquivo, e cada um é registrado.</translation>
        </message>
    </context>
    <context>
        <name>Enhancing</name>
        <message>
            <source>Cancelled; the picture seen is not all that the steps ask for.</source>
            <translation>Cancelado; a imagem vista não é tudo o que os passos pedem.</translation>
        </message>
        <message>
            <source>enhanced</source>
            <translation>realçada</translation>
        </message>
        <message>
            <source>draft of a part; the whole follows, {n} %</source>
            <translation>prévia de uma parte; o todo vem a seguir, {n} %</translation>
        </message>
        <message>
            <source>computing, {n} %</source>
            <translation>calculando, {n} %</translation>
        </message>
    </context>
    <context>
        <name>EvidenceForTraining</name>
        <message>
            <source>Seal your own reading first; then the plate can be labelled for training.</source>
            <translation>Sele primeiro a sua leitura; depois a placa pode ser rotulada para o treinamento.</translation>
        </message>
        <message>
            <source>Taking the plate out of the track's frames…</source>
            <translation>Recortando a placa dos quadros da sequência…</translation>
        </message>
        <message>
            <source>{n} pictures of the plate wait in Train, Data. Type what it says once; look at each and press Enter.</source>
            <translation>{n} imagens da placa aguardam em Treinar, Dados. Digite uma vez o que ela diz; olhe cada uma e tecle Enter.</translation>
        </message>
        <message>
            <source>Taking pairs of the track…</source>
            <translation>Extraindo pares da sequência…</translation>
        </message>
        <message>
            <source>The plate waits in Train, Data, to be labelled.</source>
            <translation>A placa aguarda em Treinar, Dados, para ser rotulada.</translation>
        </message>
        <message>
            <source>The pairs were written to {folder}; the DGM can learn from them in Train.</source>
            <translation>Os pares foram gravados em {folder}; o DGM pode aprender com eles em Treinar.</translation>
        </message>
    </context>
    <context>
        <name>ExhibitModel</name>
        <message>
            <source>cannot be read</source>
            <translation>não pode ser lido</translation>
        </message>
        <message>
            <source>acquiring…</source>
            <translation>adquirindo…</translation>
        </message>
        <message>
            <source>   stream {n}</source>
            <translation>   fluxo {n}</translation>
        </message>
        <message>
            <source>{n} fields, top first</source>
            <translation>{n} campos, superior antes</translation>
        </message>
        <message>
            <source>{n} fields, bottom first</source>
            <translation>{n} campos, inferior antes</translation>
        </message>
        <message>
            <source>   {n} frames</source>
            <translation>   {n} quadros</translation>
        </message>
    </context>
    <context>
        <name>ExhibitsPanel</name>
        <message>
            <source>Exhibits</source>
            <translation>Vestígios</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Stop acquiring</source>
            <translation>Parar a aquisição</translation>
        </message>
        <message>
            <source>The stills and clips that you open will stand here.</source>
            <translation>As imagens e os vídeos que você abrir aparecerão aqui.</translation>
        </message>
        <message>
            <source>Hashing {name}</source>
            <translation>Calculando hash de {name}</translation>
        </message>
    </context>
    <context>
        <name>FactsDialog</name>
        <message>
            <source>Facts of the case</source>
            <translation>Dados do caso</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Registrar</translation>
        </message>
        <message>
            <source>What they were before stays in the audit log.</source>
            <translation>O que eram antes permanece no registro de auditoria.</translation>
        </message>
    </context>
    <context>
        <name>FormDialog</name>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
    </context>
    <context>
        <name>FrameBar</name>
        <message>
            <source>Frame bar</source>
            <translation>Barra de quadros</translation>
        </message>
        <message>
            <source>Frame</source>
            <translation>Quadro</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Stop listing the frames</source>
            <translation>Parar de listar os quadros</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Tempo</translation>
        </message>
        <message>
            <source>Time by the clock in the picture</source>
            <translation>Tempo pelo relógio na imagem</translation>
        </message>
        <message>
            <source>By the clock in the picture, as the examiner read it (Frame, Set the scene clock)</source>
            <translation>Pelo relógio na imagem, como o perito o leu (Quadro, Definir o relógio na imagem)</translation>
        </message>
        <message>
            <source>Frames are counted from 0 in the order in which they are shown</source>
            <translation>Os quadros são contados a partir de 0, na ordem em que são exibidos</translation>
        </message>
        <message>
            <source>Only the first frame can be shown before the frames are listed.</source>
            <translation>Só o primeiro quadro pode ser mostrado antes de listados os quadros.</translation>
        </message>
        <message>
            <source>of {n}</source>
            <translation>de {n}</translation>
        </message>
        <message>
            <source>No damage found</source>
            <translation>Nenhum dano encontrado</translation>
        </message>
        <message>
            <source>Remarks on damage: {n}</source>
            <translation>Observações sobre danos: {n}</translation>
        </message>
        <message>
            <source>Listing frames: {done} of {total}</source>
            <translation>Listando quadros: {done} de {total}</translation>
        </message>
        <message>
            <source>Listing frames: {done}</source>
            <translation>Listando quadros: {done}</translation>
        </message>
    </context>
    <context>
        <name>IntegrityDialog</name>
        <message>
            <source>Integrity of the clip</source>
            <translation>Integridade do vídeo</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Tipo</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Onde</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Tempo</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>O que foi encontrado</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>Observações</translation>
        </message>
        <message>
            <source>Go to frame</source>
            <translation>Ir para o quadro</translation>
        </message>
        <message>
            <source>Copy as text</source>
            <translation>Copiar como texto</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fechar</translation>
        </message>
        <message>
            <source>whole clip</source>
            <translation>vídeo inteiro</translation>
        </message>
        <message>
            <source>Damaged packets</source>
            <translation>Pacotes danificados</translation>
        </message>
        <message>
            <source>Damaged frames</source>
            <translation>Quadros danificados</translation>
        </message>
        <message>
            <source>Decoder message</source>
            <translation>Mensagem do decodificador</translation>
        </message>
        <message>
            <source>Reading the file</source>
            <translation>Leitura do arquivo</translation>
        </message>
        <message>
            <source>Not repeatable</source>
            <translation>Não repetível</translation>
        </message>
        <message>
            <source>Missing frames</source>
            <translation>Quadros ausentes</translation>
        </message>
        <message>
            <source>Time goes back</source>
            <translation>O tempo recua</translation>
        </message>
        <message>
            <source>Missing end</source>
            <translation>Final ausente</translation>
        </message>
        <message>
            <source>Time stamps</source>
            <translation>Marcas de tempo</translation>
        </message>
        <message>
            <source>Picture size</source>
            <translation>Tamanho das imagens</translation>
        </message>
        <message>
            <source>What is damaged or missing will stand here once the frames of a clip are listed.</source>
            <translation>O que está danificado ou falta aparecerá aqui quando os quadros de um vídeo forem listados.</translation>
        </message>
        <message>
            <source>The whole clip was decoded ({n} frames); nothing is missing or damaged as far as can be told.</source>
            <translation>O vídeo inteiro foi decodificado ({n} quadros); nada falta nem está danificado, até onde se pode dizer.</translation>
        </message>
        <message>
            <source>The whole clip was decoded ({n} frames); remarks: {m}.</source>
            <translation>O vídeo inteiro foi decodificado ({n} quadros); observações: {m}.</translation>
        </message>
        <message>
            <source>None of them puts the pixels of a frame in doubt.</source>
            <translation>Nenhuma delas põe em dúvida os pixels de um quadro.</translation>
        </message>
        <message>
            <source>Those with an eight-sided sign put pixels in doubt: frames up to the next key frame can be wrong.</source>
            <translation>As que têm o sinal octogonal põem pixels em dúvida: os quadros até o próximo quadro-chave podem estar errados.</translation>
        </message>
    </context>
    <context>
        <name>JumpDialog</name>
        <message>
            <source>Go to</source>
            <translation>Ir para</translation>
        </message>
        <message>
            <source>#1042, 1:12.480, 72.5 s</source>
            <translation>#1042; 1:12,480; 72,5 s</translation>
        </message>
        <message>
            <source>Frame number or time</source>
            <translation>Número do quadro ou tempo</translation>
        </message>
        <message>
            <source>Frame number (0 to {last}) or time</source>
            <translation>Número do quadro (0 a {last}) ou tempo</translation>
        </message>
        <message>
            <source>Go</source>
            <translation>Ir</translation>
        </message>
        <message>
            <source>Write a frame number, or a time such as 1:12.480.</source>
            <translation>Escreva um número de quadro ou um tempo como 1:12,480.</translation>
        </message>
        <message>
            <source>The last frame is {last}.</source>
            <translation>O último quadro é {last}.</translation>
        </message>
    </context>
    <context>
        <name>KeyboardDialog</name>
        <message>
            <source>Keyboard and mouse</source>
            <translation>Teclado e mouse</translation>
        </message>
    </context>
    <context>
        <name>LabelPanel</name>
        <message>
            <source>Labelled plates</source>
            <translation>Placas rotuladas</translation>
        </message>
        <message>
            <source>Pictures of plates</source>
            <translation>Imagens de placas</translation>
        </message>
        <message>
            <source>What the plate says</source>
            <translation>O que diz a placa</translation>
        </message>
        <message>
            <source>Save and next</source>
            <translation>Salvar e avançar</translation>
        </message>
        <message>
            <source>Write the label into the set and take the next picture (Enter)</source>
            <translation>Gravar o rótulo no conjunto e passar à próxima imagem (Enter)</translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>Deixar de fora</translation>
        </message>
        <message>
            <source>Take the picture out of the set; its file stays in the folder</source>
            <translation>Retirar a imagem do conjunto; o arquivo permanece na pasta</translation>
        </message>
        <message>
            <source>Pictures of plates and what they say will stand here. Label pictures, or label a plate that is marked in Examine (menu Plate).</source>
            <translation>Imagens de placas e o que dizem aparecerão aqui. Rotule imagens, ou rotule uma placa marcada em Examinar (menu Placa).</translation>
        </message>
        <message>
            <source>no label</source>
            <translation>sem rótulo</translation>
        </message>
        <message>
            <source>{width} px   {source}</source>
            <translation>{width} px   {source}</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>Corrigir</translation>
        </message>
        <message>
            <source>Choose a picture at the left.</source>
            <translation>Escolha uma imagem à esquerda.</translation>
        </message>
        <message>
            <source>{title}. The boxes are proposed from its layout; drag what does not fit.</source>
            <translation>{title}. As caixas são propostas a partir do leiaute; arraste as que não se ajustam.</translation>
        </message>
        <message>
            <source>{n} characters; no plate format yet. Known are {patterns} (L a letter, N a digit).</source>
            <translation>{n} caracteres; ainda sem formato de placa. Conhecidos: {patterns} (L letra, N dígito).</translation>
        </message>
        <message>
            <source>Type what the plate says; separators do not matter.</source>
            <translation>Digite o que diz a placa; separadores não importam.</translation>
        </message>
    </context>
    <context>
        <name>LegibilityGauge</name>
        <message>
            <source>Legibility</source>
            <translation>Legibilidade</translation>
        </message>
        <message>
            <source>How many characters the default reader gets right in drawn plates of such size, detail and contrast. Nothing was read for this.</source>
            <translation>Quantos caracteres o leitor padrão acerta em placas desenhadas com tal tamanho, detalhe e contraste. Nada foi lido para isto.</translation>
        </message>
        <message>
            <source>Legibility: …</source>
            <translation>Legibilidade: …</translation>
        </message>
        <message>
            <source>Legibility not told: marking in doubt</source>
            <translation>Legibilidade não informada: marcação em dúvida</translation>
        </message>
        <message>
            <source>recoverable</source>
            <translation>recuperável</translation>
        </message>
        <message>
            <source>partly recoverable</source>
            <translation>parcialmente recuperável</translation>
        </message>
        <message>
            <source>hardly recoverable</source>
            <translation>dificilmente recuperável</translation>
        </message>
        <message>
            <source>{mark} {grade}: {share} % of characters</source>
            <translation>{mark} {grade}: {share} % dos caracteres</translation>
        </message>
    </context>
    <context>
        <name>LegibilityLane</name>
        <message>
            <source>Legibility of the plate over the frames</source>
            <translation>Legibilidade da placa ao longo dos quadros</translation>
        </message>
        <message>
            <source>Frame {n}: legible to {p}</source>
            <translation>Quadro {n}: legibilidade {p}</translation>
        </message>
        <message>
            <source>, corners set by hand</source>
            <translation>, cantos marcados à mão</translation>
        </message>
        <message>
            <source>, not in use</source>
            <translation>, fora de uso</translation>
        </message>
        <message>
            <source>Frame {n}: the plate was not found here</source>
            <translation>Quadro {n}: a placa não foi encontrada aqui</translation>
        </message>
        <message>
            <source>Frame {n}: outside the track</source>
            <translation>Quadro {n}: fora da sequência</translation>
        </message>
    </context>
    <context>
        <name>Loader</name>
        <message>
            <source>Another is opened by Frame, Next video stream.</source>
            <translation>Outro pode ser aberto em Quadro, Próximo fluxo de vídeo.</translation>
        </message>
        <message>
            <source>Each field is shown alone by Frame, Fields as pictures.</source>
            <translation>Cada campo é mostrado sozinho por Quadro, Campos como imagens.</translation>
        </message>
        <message>
            <source>{first} ({more} more remarks.)</source>
            <translation>{first} (Outras observações: {more}.)</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Open stills and clips</source>
            <translation>Abrir imagens e vídeos</translation>
        </message>
        <message>
            <source>Stills and clips ({kinds});;All files (*)</source>
            <translation>Imagens e vídeos ({kinds});;Todos os arquivos (*)</translation>
        </message>
        <message>
            <source>The report was written to {path}.</source>
            <translation>O laudo foi gravado em {path}.</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Abrir pasta</translation>
        </message>
    </context>
    <context>
        <name>ManualPage</name>
        <message>
            <source>Page of the manual</source>
            <translation>Página do manual</translation>
        </message>
    </context>
    <context>
        <name>ManualWindow</name>
        <message>
            <source>Manual of Forensic LPR</source>
            <translation>Manual do Forensic LPR</translation>
        </message>
        <message>
            <source>Chapters</source>
            <translation>Capítulos</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Voltar</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>Avançar</translation>
        </message>
        <message>
            <source>Find in the manual</source>
            <translation>Procurar no manual</translation>
        </message>
        <message>
            <source>Previous place</source>
            <translation>Ocorrência anterior</translation>
        </message>
        <message>
            <source>Next place</source>
            <translation>Próxima ocorrência</translation>
        </message>
        <message>
            <source>{path} is missing; install the program again.</source>
            <translation>Falta {path}; instale o programa novamente.</translation>
        </message>
        <message>
            <source>“{words}” is nowhere in the manual.</source>
            <translation>“{words}” não está no manual.</translation>
        </message>
    </context>
    <context>
        <name>MessageBar</name>
        <message>
            <source>Dismiss this message</source>
            <translation>Fechar esta mensagem</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Mensagem</translation>
        </message>
    </context>
    <context>
        <name>ModelList</name>
        <message>
            <source>Models</source>
            <translation>Modelos</translation>
        </message>
    </context>
    <context>
        <name>Models</name>
        <message>
            <source>Keeping the model…</source>
            <translation>Guardando o modelo…</translation>
        </message>
        <message>
            <source>Comparing {a} with {b}…</source>
            <translation>Comparando {a} com {b}…</translation>
        </message>
        <message>
            <source>Calibrating {name}…</source>
            <translation>Calibrando {name}…</translation>
        </message>
        <message>
            <source>{name} was compared with {before} and reads held plates better; it can be activated.</source>
            <translation>{name} foi comparado com {before} e lê melhor as placas reservadas; pode ser ativado.</translation>
        </message>
        <message>
            <source>{name} was compared with {before} and is not better; see its card.</source>
            <translation>{name} foi comparado com {before} e não é melhor; veja a ficha.</translation>
        </message>
        <message>
            <source>Expected calibration error on held pictures of {set}: {before} % before, {after} % after.</source>
            <translation>Erro de calibração esperado nas imagens reservadas de {set}: {before} % antes, {after} % depois.</translation>
        </message>
        <message>
            <source>Expected calibration error on drawn plates: {before} % before, {after} % after. Choose the set that it learnt in Data to fit it to the camera too.</source>
            <translation>Erro de calibração esperado em placas desenhadas: {before} % antes, {after} % depois. Escolha em Dados o conjunto que ele aprendeu para ajustá-lo também à câmera.</translation>
        </message>
    </context>
    <context>
        <name>ModelsTab</name>
        <message>
            <source>Before and after</source>
            <translation>Antes e depois</translation>
        </message>
        <message>
            <source>Measured</source>
            <translation>Medido</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Stop this work; the model stays as it is</source>
            <translation>Parar este trabalho; o modelo fica como está</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modelos</translation>
        </message>
        <message>
            <source>The shipped models and your own will stand here.</source>
            <translation>Os modelos fornecidos e os seus aparecerão aqui.</translation>
        </message>
        <message>
            <source>Model card</source>
            <translation>Ficha do modelo</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Comparar</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Reverter</translation>
        </message>
        <message>
            <source>On one plate</source>
            <translation>Em uma placa</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Exportar</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Excluir</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>Ficha</translation>
        </message>
        <message>
            <source>The card of the chosen model will stand here.</source>
            <translation>A ficha do modelo escolhido aparecerá aqui.</translation>
        </message>
        <message>
            <source>in use, </source>
            <translation>em uso, </translation>
        </message>
        <message>
            <source>before</source>
            <translation>antes</translation>
        </message>
        <message>
            <source>after</source>
            <translation>depois</translation>
        </message>
        <message>
            <source> {n} pictures were left out because their plates were learnt.</source>
            <translation> {n} imagens ficaram de fora porque suas placas foram aprendidas.</translation>
        </message>
        <message>
            <source>Not compared yet. Compare it with the model in use on held plates before it reads: a model that is not shown to be better should not replace one that is known.</source>
            <translation>Ainda não comparado. Compare-o com o modelo em uso em placas reservadas antes que ele leia: um modelo que não se mostrou melhor não deve substituir um conhecido.</translation>
        </message>
    </context>
    <context>
        <name>NativeView</name>
        <message>
            <source>Marked pixels</source>
            <translation>Pixels marcados</translation>
        </message>
    </context>
    <context>
        <name>NewCaseDialog</name>
        <message>
            <source>New case</source>
            <translation>Novo caso</translation>
        </message>
        <message>
            <source>Make case</source>
            <translation>Criar caso</translation>
        </message>
        <message>
            <source>Case file</source>
            <translation>Arquivo do caso</translation>
        </message>
        <message>
            <source>Cases (*.flpr)</source>
            <translation>Casos (*.flpr)</translation>
        </message>
        <message>
            <source>case.flpr</source>
            <translation>caso.flpr</translation>
        </message>
        <message>
            <source>Case &amp;file</source>
            <translation>Arqu&amp;ivo do caso</translation>
        </message>
        <message>
            <source>Say where the case file is to lie.</source>
            <translation>Informe onde o arquivo do caso deve ficar.</translation>
        </message>
        <message>
            <source>There is a file of that name already; choose another.</source>
            <translation>Já existe um arquivo com esse nome; escolha outro.</translation>
        </message>
    </context>
    <context>
        <name>PagesView</name>
        <message>
            <source>Pages of the report</source>
            <translation>Páginas do laudo</translation>
        </message>
    </context>
    <context>
        <name>PairsDialog</name>
        <message>
            <source>&amp;What the plate reads</source>
            <translation>O que a placa &amp;diz</translation>
        </message>
        <message>
            <source>It can be read in the near pictures. Then the recognizer can learn from the pairs, too. Leave it empty if you are not sure.</source>
            <translation>Ela pode ser lida nas imagens próximas. Assim o reconhecedor também pode aprender com os pares. Deixe vazio se não tiver certeza.</translation>
        </message>
        <message>
            <source>Take pairs</source>
            <translation>Extrair pares</translation>
        </message>
        <message>
            <source>Take pairs of the track</source>
            <translation>Extrair pares da sequência</translation>
        </message>
        <message>
            <source>What the plate reads</source>
            <translation>O que a placa diz</translation>
        </message>
        <message>
            <source>{text} follows none of the formats {names}.</source>
            <translation>{text} não segue nenhum dos formatos {names}.</translation>
        </message>
    </context>
    <context>
        <name>PathField</name>
        <message>
            <source>Choose a file</source>
            <translation>Escolher um arquivo</translation>
        </message>
    </context>
    <context>
        <name>PlatePanel</name>
        <message>
            <source>Plate</source>
            <translation>Placa</translation>
        </message>
        <message>
            <source>Size and angle</source>
            <translation>Tamanho e ângulo</translation>
        </message>
        <message>
            <source>The plate will stand here once a picture is open and its corners are marked.</source>
            <translation>A placa aparecerá aqui quando uma imagem estiver aberta e seus cantos marcados.</translation>
        </message>
        <message>
            <source>{n} of 4 corners are marked; click the others in any order.</source>
            <translation>{n} de 4 cantos marcados; clique nos outros em qualquer ordem.</translation>
        </message>
        <message>
            <source>Click the four corners of a plate in any order; it will stand here from the front.</source>
            <translation>Clique nos quatro cantos de uma placa em qualquer ordem; ela aparecerá aqui de frente.</translation>
        </message>
        <message>
            <source>{w} × {h} px    angle {a}°    shown {times}</source>
            <translation>{w} × {h} px    ângulo {a}°    zoom {times}</translation>
        </message>
    </context>
    <context>
        <name>PlatesList</name>
        <message>
            <source>Ranked plates</source>
            <translation>Placas ordenadas</translation>
        </message>
    </context>
    <context>
        <name>PlatesModel</name>
        <message>
            <source>Probability</source>
            <translation>Probabilidade</translation>
        </message>
        <message>
            <source>Probability (network)</source>
            <translation>Probabilidade (rede)</translation>
        </message>
        <message>
            <source>Plate</source>
            <translation>Placa</translation>
        </message>
        <message>
            <source>Cumulative</source>
            <translation>Acumulada</translation>
        </message>
        <message>
            <source>Calibrated: fitted to how often such readings were right.</source>
            <translation>Calibrada: ajustada à frequência com que tais leituras estavam certas.</translation>
        </message>
        <message>
            <source>The network's own probability among all plates considered. It is not calibrated.</source>
            <translation>A probabilidade da própria rede entre todas as placas consideradas. Não está calibrada.</translation>
        </message>
        <message>
            <source>Probability of this plate and all better ones together.</source>
            <translation>Probabilidade desta placa e de todas as melhores juntas.</translation>
        </message>
    </context>
    <context>
        <name>RatesView</name>
        <message>
            <source>plates read whole, %, with 95 % intervals</source>
            <translation>placas lidas por inteiro, %, com intervalos de 95 %</translation>
        </message>
    </context>
    <context>
        <name>ReadingPanel</name>
        <message>
            <source>Reading</source>
            <translation>Leitura</translation>
        </message>
        <message>
            <source>Copy the reading</source>
            <translation>Copiar a leitura</translation>
        </message>
        <message>
            <source>Plate format</source>
            <translation>Formato de placa</translation>
        </message>
        <message>
            <source>Which plates are considered</source>
            <translation>Quais placas são consideradas</translation>
        </message>
        <message>
            <source>Any format</source>
            <translation>Qualquer formato</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>Pesos</translation>
        </message>
        <message>
            <source>Which weights the network reads with</source>
            <translation>Com quais pesos a rede lê</translation>
        </message>
        <message>
            <source>Likeliest plate</source>
            <translation>Placa mais provável</translation>
        </message>
        <message>
            <source>Which picture was read</source>
            <translation>Qual imagem foi lida</translation>
        </message>
        <message>
            <source>Your own reading and the conclusion</source>
            <translation>Sua leitura e a conclusão</translation>
        </message>
        <message>
            <source>Other file…</source>
            <translation>Outro arquivo…</translation>
        </message>
        <message>
            <source>reading…</source>
            <translation>lendo…</translation>
        </message>
        <message>
            <source>(network)</source>
            <translation>(rede)</translation>
        </message>
        <message>
            <source>follows no format known here</source>
            <translation>não segue nenhum formato conhecido aqui</translation>
        </message>
        <message>
            <source>No plate of this format has any probability.</source>
            <translation>Nenhuma placa deste formato tem probabilidade.</translation>
        </message>
        <message>
            <source>Read from the original.</source>
            <translation>Lida do original.</translation>
        </message>
        <message>
            <source>Read from the original frames.</source>
            <translation>Lida dos quadros originais.</translation>
        </message>
        <message>
            <source>Read from the enhanced picture ({steps}). Original: {plate}</source>
            <translation>Lida da imagem realçada ({steps}). Original: {plate}</translation>
        </message>
        <message>
            <source>Your own reading: {text}</source>
            <translation>Sua leitura: {text}</translation>
        </message>
        <message>
            <source>, changed to {text}</source>
            <translation>, alterada para {text}</translation>
        </message>
        <message>
            <source>Shown without an own reading; the record says so.</source>
            <translation>Mostrada sem leitura própria; isso consta do registro.</translation>
        </message>
        <message>
            <source>Second reading, {name}: {text}</source>
            <translation>Segunda leitura, {name}: {text}</translation>
        </message>
        <message>
            <source>The conclusion was withdrawn.</source>
            <translation>A conclusão foi retirada.</translation>
        </message>
        <message>
            <source>Conclusion: {text}</source>
            <translation>Conclusão: {text}</translation>
        </message>
        <message>
            <source>The characters and plates that the network reads will stand here once a plate is marked.</source>
            <translation>Os caracteres e as placas que a rede lê aparecerão aqui quando uma placa for marcada.</translation>
        </message>
        <message>
            <source>Loading the network…</source>
            <translation>Carregando a rede…</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>Lendo…</translation>
        </message>
        <message>
            <source>Weights (*.safetensors)</source>
            <translation>Pesos (*.safetensors)</translation>
        </message>
    </context>
    <context>
        <name>ReadingSwitch</name>
        <message>
            <source>Show what the frame on the canvas says alone</source>
            <translation>Mostrar o que diz sozinho o quadro exibido</translation>
        </message>
        <message>
            <source>Show what all frames in use say together</source>
            <translation>Mostrar o que dizem juntos todos os quadros em uso</translation>
        </message>
        <message>
            <source>Show a second reading, of one picture averaged from the frames' pixels</source>
            <translation>Mostrar uma segunda leitura, de uma imagem média dos pixels dos quadros</translation>
        </message>
        <message>
            <source>This frame</source>
            <translation>Este quadro</translation>
        </message>
        <message>
            <source>Fused, {n} frames</source>
            <translation>Fundida, {n} quadros</translation>
        </message>
        <message>
            <source>Average of {n}</source>
            <translation>Média de {n}</translation>
        </message>
    </context>
    <context>
        <name>RecentList</name>
        <message>
            <source>Recent cases</source>
            <translation>Casos recentes</translation>
        </message>
    </context>
    <context>
        <name>RecentModel</name>
        <message>
            <source>{name}, changed {when}</source>
            <translation>{name}, alterado em {when}</translation>
        </message>
        <message>
            <source>Unsaved case</source>
            <translation>Caso não salvo</translation>
        </message>
    </context>
    <context>
        <name>RecipeFiles</name>
        <message>
            <source>Load a recipe</source>
            <translation>Carregar uma receita</translation>
        </message>
        <message>
            <source>Load “{name}”</source>
            <translation>Carregar “{name}”</translation>
        </message>
        <message>
            <source>Save the recipe</source>
            <translation>Salvar a receita</translation>
        </message>
        <message>
            <source>{name} is an exhibit; choose another name for the recipe.</source>
            <translation>{name} é um vestígio; escolha outro nome para a receita.</translation>
        </message>
        <message>
            <source>The recipe cannot be written to {path}: {why}.</source>
            <translation>A receita não pode ser gravada em {path}: {why}.</translation>
        </message>
        <message>
            <source>The recipe was written to {path}.</source>
            <translation>A receita foi gravada em {path}.</translation>
        </message>
        <message>
            <source>There is no other exhibit to give these steps to.</source>
            <translation>Não há outro vestígio que possa receber estes passos.</translation>
        </message>
        <message>
            <source>Copy the steps</source>
            <translation>Copiar os passos</translation>
        </message>
        <message>
            <source>{name} has these steps now.</source>
            <translation>{name} agora tem estes passos.</translation>
        </message>
        <message>
            <source>Recipes (*.json);;All files (*)</source>
            <translation>Receitas (*.json);;Todos os arquivos (*)</translation>
        </message>
    </context>
    <context>
        <name>RecipeVerbs</name>
        <message>
            <source>Add “{step}”</source>
            <translation>Adicionar “{step}”</translation>
        </message>
        <message>
            <source>Remove “{step}”</source>
            <translation>Remover “{step}”</translation>
        </message>
        <message>
            <source>Reorder the steps</source>
            <translation>Reordenar os passos</translation>
        </message>
        <message>
            <source>Switch “{step}” on</source>
            <translation>Ligar “{step}”</translation>
        </message>
        <message>
            <source>Switch “{step}” off</source>
            <translation>Desligar “{step}”</translation>
        </message>
        <message>
            <source>Change “{step}”</source>
            <translation>Alterar “{step}”</translation>
        </message>
        <message>
            <source>Pick the neutral point</source>
            <translation>Escolher o ponto neutro</translation>
        </message>
        <message>
            <source>Default values of “{step}”</source>
            <translation>Valores padrão de “{step}”</translation>
        </message>
        <message>
            <source>Remove all steps</source>
            <translation>Remover todos os passos</translation>
        </message>
        <message>
            <source>Read the enhanced picture</source>
            <translation>Ler a imagem realçada</translation>
        </message>
        <message>
            <source>Read the original</source>
            <translation>Ler o original</translation>
        </message>
    </context>
    <context>
        <name>RecognizerTab</name>
        <message>
            <source>Settings</source>
            <translation>Configurações</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Dados</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>Treinamento</translation>
        </message>
        <message>
            <source>Own plates kept for watching, as they are read now</source>
            <translation>Placas próprias de acompanhamento, como são lidas agora</translation>
        </message>
        <message>
            <source>loss</source>
            <translation>perda</translation>
        </message>
        <message>
            <source>rate</source>
            <translation>taxa</translation>
        </message>
        <message>
            <source>{width} px</source>
            <translation>{width} px</translation>
        </message>
        <message>
            <source>own plates</source>
            <translation>placas próprias</translation>
        </message>
        <message>
            <source>{p:.0f} %</source>
            <translation>{p:.0f} %</translation>
        </message>
        <message>
            <source>is {truth}   {p:.0f} %</source>
            <translation>é {truth}   {p:.0f} %</translation>
        </message>
        <message>
            <source>Reads {found}, is {truth}, {width:.0f} px wide ({file})</source>
            <translation>Lê {found}, é {truth}, {width:.0f} px de largura ({file})</translation>
        </message>
    </context>
    <context>
        <name>ReconcileDialog</name>
        <message>
            <source>Conclusion on plate {n}</source>
            <translation>Conclusão sobre a placa {n}</translation>
        </message>
        <message>
            <source>certain</source>
            <translation>certo</translation>
        </message>
        <message>
            <source>probable</source>
            <translation>provável</translation>
        </message>
        <message>
            <source>undetermined</source>
            <translation>indeterminado</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>Observação</translation>
        </message>
        <message>
            <source>Record conclusion</source>
            <translation>Registrar conclusão</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Slot</source>
            <translation>Posição</translation>
        </message>
        <message>
            <source>Yours</source>
            <translation>Sua</translation>
        </message>
        <message>
            <source>Second, {name}</source>
            <translation>Segunda, {name}</translation>
        </message>
        <message>
            <source>Machine</source>
            <translation>Máquina</translation>
        </message>
        <message>
            <source>Conclusion</source>
            <translation>Conclusão</translation>
        </message>
        <message>
            <source>How sure</source>
            <translation>Certeza</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Razão</translation>
        </message>
        <message>
            <source>Re&amp;mark</source>
            <translation>&amp;Observação</translation>
        </message>
        <message>
            <source>Why? It departs from the readings</source>
            <translation>Por quê? Difere das leituras</translation>
        </message>
    </context>
    <context>
        <name>RecoveryDialog</name>
        <message>
            <source>Unsaved case</source>
            <translation>Caso não salvo</translation>
        </message>
        <message>
            <source>The program was not closed last time. Nothing that was recorded is lost: the unsaved case of {when} holds {exhibits} exhibits and {plates} plates. It is offered this once; kept for later, it stands in File, Recent cases.</source>
            <translation>O programa não foi encerrado da última vez. Nada do que foi registrado se perdeu: o caso não salvo de {when} contém {exhibits} vestígios e {plates} placas. Ele é oferecido só desta vez; guardado para depois, fica em Arquivo, Casos recentes.</translation>
        </message>
        <message>
            <source>Go on with it</source>
            <translation>Continuar o caso</translation>
        </message>
        <message>
            <source>Keep it for later</source>
            <translation>Guardar para depois</translation>
        </message>
        <message>
            <source>Delete it</source>
            <translation>Excluir o caso</translation>
        </message>
    </context>
    <context>
        <name>RectifiedView</name>
        <message>
            <source>Plate from the front</source>
            <translation>Placa de frente</translation>
        </message>
    </context>
    <context>
        <name>Remarks</name>
        <message>
            <source>Warning</source>
            <translation>Advertência</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>Observação</translation>
        </message>
    </context>
    <context>
        <name>ReportOptions</name>
        <message>
            <source>Language of the report</source>
            <translation>Idioma do laudo</translation>
        </message>
        <message>
            <source>Write the &amp;JSON with the same content beside it</source>
            <translation>Gravar ao lado o &amp;JSON com o mesmo conteúdo</translation>
        </message>
        <message>
            <source>&amp;Sign it with a key (PAdES)</source>
            <translation>Ass&amp;inar com uma chave (PAdES)</translation>
        </message>
        <message>
            <source>Keys (*.p12 *.pfx);;All files (*)</source>
            <translation>Chaves (*.p12 *.pfx);;Todos os arquivos (*)</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Chave</translation>
        </message>
        <message>
            <source>Passphrase of the key; it is not kept</source>
            <translation>Senha da chave; não é guardada</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Senha</translation>
        </message>
        <message>
            <source>Signing needs pyHanko: pip install "forensic-lpr[sign]".</source>
            <translation>A assinatura requer pyHanko: pip install "forensic-lpr[sign]".</translation>
        </message>
        <message>
            <source>Lan&amp;guage</source>
            <translation>Idi&amp;oma</translation>
        </message>
        <message>
            <source>Choose the key to sign with.</source>
            <translation>Escolha a chave com que assinar.</translation>
        </message>
    </context>
    <context>
        <name>ReportWorkspace</name>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Laudo</translation>
        </message>
        <message>
            <source>What the report of the case says of it will stand here once a file is opened.</source>
            <translation>O que o laudo diz do caso aparecerá aqui quando um arquivo for aberto.</translation>
        </message>
        <message>
            <source>What goes in</source>
            <translation>O que incluir</translation>
        </message>
        <message>
            <source>Facts of the case</source>
            <translation>Dados do caso</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>Páginas</translation>
        </message>
        <message>
            <source>page {n} of {count}</source>
            <translation>página {n} de {count}</translation>
        </message>
        <message>
            <source>The report is shown when you have sealed your own reading of every plate.</source>
            <translation>O laudo é mostrado depois que você lacrar sua leitura de todas as placas.</translation>
        </message>
        <message>
            <source>A plate is marked that waits for your own reading. Seal it, or clear its corners; then the report is shown.</source>
            <translation>Há uma placa marcada à espera da sua leitura. Sele-a ou apague os cantos; então o laudo é mostrado.</translation>
        </message>
        <message>
            <source>The pages of the report will stand here; open a still or a clip first.</source>
            <translation>As páginas do laudo aparecerão aqui; abra antes uma imagem ou um vídeo.</translation>
        </message>
        <message>
            <source>The pages are being made…</source>
            <translation>Preparando as páginas…</translation>
        </message>
        <message>
            <source>as it would be written now</source>
            <translation>como seria gravado agora</translation>
        </message>
        <message>
            <source>out of date; being made anew…</source>
            <translation>desatualizado; sendo refeito…</translation>
        </message>
        <message>
            <source>out of date</source>
            <translation>desatualizado</translation>
        </message>
        <message>
            <source>Write the report to</source>
            <translation>Gravar o laudo em</translation>
        </message>
        <message>
            <source>PDF (*.pdf)</source>
            <translation>PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Another case was opened meanwhile; the report was written, but is not in the record.</source>
            <translation>Outro caso foi aberto nesse meio-tempo; o laudo foi gravado, mas não consta do registro.</translation>
        </message>
    </context>
    <context>
        <name>SamplesPanel</name>
        <message>
            <source>What the network will see</source>
            <translation>O que a rede verá</translation>
        </message>
        <message>
            <source>Drawing samples…</source>
            <translation>Gerando amostras…</translation>
        </message>
        <message>
            <source>The DGM makes such samples once one is chosen.</source>
            <translation>O DGM gera estas amostras quando um é escolhido.</translation>
        </message>
        <message>
            <source>Such samples are made of your own plates; choose or label some first.</source>
            <translation>Estas amostras são feitas de suas placas; escolha ou rotule algumas antes.</translation>
        </message>
        <message>
            <source>120 × 40 pixels, grey, with all that is done to them; the text is what the network shall learn.</source>
            <translation>120 × 40 pixels, tons de cinza, com tudo o que se faz a elas; o texto é o que a rede deve aprender.</translation>
        </message>
        <message>
            <source>own</source>
            <translation>própria</translation>
        </message>
    </context>
    <context>
        <name>SecondBar</name>
        <message>
            <source>Second reading</source>
            <translation>Segunda leitura</translation>
        </message>
        <message>
            <source>Second reading by {name}: {left} of {all} plates are still to be read.</source>
            <translation>Segunda leitura por {name}: faltam ler {left} de {all} placas.</translation>
        </message>
        <message>
            <source>Second reading by {name}: all plates that could be read blind are read.</source>
            <translation>Segunda leitura por {name}: todas as placas que podiam ser lidas às cegas foram lidas.</translation>
        </message>
    </context>
    <context>
        <name>SecondReadingDialog</name>
        <message>
            <source>Second reading of a case</source>
            <translation>Segunda leitura de um caso</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>Iniciar</translation>
        </message>
        <message>
            <source>Another examiner reads every plate of the case before any reading of it is shown: the first examiner's, the machine's and the conclusion are kept back plate by plate, and with them the audit log and the report. The record says who read, and when.</source>
            <translation>Outro perito lê cada placa do caso antes que qualquer leitura dela seja mostrada: a do primeiro perito, a da máquina e a conclusão ficam ocultas placa por placa e, com elas, o registro de auditoria e o laudo. O registro informa quem leu e quando.</translation>
        </message>
        <message>
            <source>Your name, not that of the first examiner</source>
            <translation>Seu nome, não o do primeiro perito</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>Caso</translation>
        </message>
        <message>
            <source>Cases (*.flpr);;All files (*)</source>
            <translation>Casos (*.flpr);;Todos os arquivos (*)</translation>
        </message>
        <message>
            <source>Second &amp;examiner</source>
            <translation>Segundo &amp;perito</translation>
        </message>
        <message>
            <source>&amp;Case</source>
            <translation>&amp;Caso</translation>
        </message>
        <message>
            <source>Give your name; the record says who read.</source>
            <translation>Informe seu nome; o registro diz quem leu.</translation>
        </message>
        <message>
            <source>Choose the case to be read.</source>
            <translation>Escolha o caso a ser lido.</translation>
        </message>
    </context>
    <context>
        <name>Selection</name>
        <message>
            <source>Plates and readings in the report</source>
            <translation>Placas e leituras no laudo</translation>
        </message>
        <message>
            <source>no conclusion</source>
            <translation>sem conclusão</translation>
        </message>
        <message>
            <source>Plate {n}, exhibit {exhibit}: {conclusion}</source>
            <translation>Placa {n}, vestígio {exhibit}: {conclusion}</translation>
        </message>
        <message>
            <source>of a frame</source>
            <translation>de um quadro</translation>
        </message>
        <message>
            <source>of a track</source>
            <translation>de uma sequência</translation>
        </message>
        <message>
            <source>Reading {n}, {kind}: {plate}</source>
            <translation>Leitura {n}, {kind}: {plate}</translation>
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source>Settings</source>
            <translation>Configurações</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Escuro</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Claro</translation>
        </message>
        <message>
            <source>As the desktop</source>
            <translation>O do sistema</translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation>&amp;Tema</translation>
        </message>
        <message>
            <source>&amp;Size of everything</source>
            <translation>Ta&amp;manho de tudo</translation>
        </message>
        <message>
            <source>Lan&amp;guage</source>
            <translation>Idi&amp;oma</translation>
        </message>
        <message>
            <source>A new size or language holds from the next start.</source>
            <translation>O novo tamanho ou idioma vale a partir da próxima abertura.</translation>
        </message>
        <message>
            <source>&amp;Laboratory</source>
            <translation>&amp;Laboratório</translation>
        </message>
        <message>
            <source>E&amp;xaminer</source>
            <translation>&amp;Perito</translation>
        </message>
        <message>
            <source>Proposed for new cases and reports; each can say otherwise.</source>
            <translation>Propostos para novos casos e laudos; cada um pode ter outros.</translation>
        </message>
        <message>
            <source>&amp;Cases</source>
            <translation>&amp;Casos</translation>
        </message>
        <message>
            <source>Choose the folder for cases</source>
            <translation>Escolher a pasta dos casos</translation>
        </message>
        <message>
            <source>&amp;Reports</source>
            <translation>Lau&amp;dos</translation>
        </message>
        <message>
            <source>Choose the folder for reports</source>
            <translation>Escolher a pasta dos laudos</translation>
        </message>
        <message>
            <source>Folders in which the file dialogs begin.</source>
            <translation>Pastas em que os diálogos de arquivo começam.</translation>
        </message>
        <message>
            <source>Computing</source>
            <translation>Cálculo</translation>
        </message>
        <message>
            <source>Readings are always made on the processor by one thread, so that they can be repeated.</source>
            <translation>As leituras são sempre feitas no processador, em uma só thread, para que possam ser repetidas.</translation>
        </message>
        <message>
            <source>There is no folder {path}.</source>
            <translation>A pasta {path} não existe.</translation>
        </message>
    </context>
    <context>
        <name>SettingsForm</name>
        <message>
            <source>Preset</source>
            <translation>Predefinição</translation>
        </message>
        <message>
            <source>Start from</source>
            <translation>Partir de</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Rede</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Dispositivo</translation>
        </message>
        <message>
            <source>{n} cores</source>
            <translation>{n} núcleos</translation>
        </message>
        <message>
            <source>Fewer settings</source>
            <translation>Menos configurações</translation>
        </message>
        <message>
            <source>All settings</source>
            <translation>Todas as configurações</translation>
        </message>
    </context>
    <context>
        <name>SlotTable</name>
        <message>
            <source>Characters by slot</source>
            <translation>Caracteres por posição</translation>
        </message>
        <message>
            <source>certain</source>
            <translation>certo</translation>
        </message>
        <message>
            <source>probable</source>
            <translation>provável</translation>
        </message>
        <message>
            <source>undetermined</source>
            <translation>indeterminado</translation>
        </message>
        <message>
            <source>Slot {n}, {state}: {rivals}</source>
            <translation>Posição {n}, {state}: {rivals}</translation>
        </message>
        <message>
            <source>; not to be ruled out: {kept}</source>
            <translation>; não podem ser excluídos: {kept}</translation>
        </message>
        <message>
            <source>Calibrated probabilities. The frame holds what cannot be ruled out.</source>
            <translation>Probabilidades calibradas. A moldura contém o que não pode ser excluído.</translation>
        </message>
        <message>
            <source>The network's own probabilities; they are not calibrated.</source>
            <translation>Probabilidades da própria rede; não estão calibradas.</translation>
        </message>
    </context>
    <context>
        <name>SourcesPanel</name>
        <message>
            <source>Sources</source>
            <translation>Fontes</translation>
        </message>
        <message>
            <source>DGM</source>
            <translation>DGM</translation>
        </message>
        <message>
            <source>The DGM that makes far plates of near ones</source>
            <translation>O DGM que torna distantes as placas próximas</translation>
        </message>
        <message>
            <source>Shares of a batch</source>
            <translation>Proporções de um lote</translation>
        </message>
        <message>
            <source>Plates that are drawn</source>
            <translation>Placas a desenhar</translation>
        </message>
        <message>
            <source>Draw plates of this format too</source>
            <translation>Desenhar também placas deste formato</translation>
        </message>
        <message>
            <source>Own plates</source>
            <translation>Placas próprias</translation>
        </message>
        <message>
            <source>none</source>
            <translation>nenhum</translation>
        </message>
        <message>
            <source>none trained yet</source>
            <translation>nenhum treinado ainda</translation>
        </message>
        <message>
            <source>Reading the set…</source>
            <translation>Lendo o conjunto…</translation>
        </message>
        <message>
            <source>Pictures: {pictures}, plates: {plates}, sources: {sources}   SHA-256 {digest}…</source>
            <translation>Imagens: {pictures}, placas: {plates}, fontes: {sources}   SHA-256 {digest}…</translation>
        </message>
        <message>
            <source>This set cannot be used</source>
            <translation>Este conjunto não pode ser usado</translation>
        </message>
        <message>
            <source>No plates of your own</source>
            <translation>Nenhuma placa própria</translation>
        </message>
        <message>
            <source>Training takes drawn plates only. Choose a folder of labelled plates, or label pictures here, to teach the network your camera.</source>
            <translation>O treinamento usa só placas desenhadas. Escolha uma pasta de placas rotuladas, ou rotule imagens aqui, para ensinar sua câmera à rede.</translation>
        </message>
        <message>
            <source>Of the pair sets chosen under DGM: what their near pictures say is known of the far ones</source>
            <translation>Dos conjuntos de pares escolhidos em DGM: o que as imagens próximas dizem vale também para as distantes</translation>
        </message>
        <message>
            <source>Pictures of pair sets, too: {n}, plates: {plates}</source>
            <translation>Também imagens de conjuntos de pares: {n}, placas: {plates}</translation>
        </message>
    </context>
    <context>
        <name>SplitBar</name>
        <message>
            <source>Division of the set</source>
            <translation>Divisão do conjunto</translation>
        </message>
    </context>
    <context>
        <name>SplitTool</name>
        <message>
            <source>Click what is grey in truth; Esc gives up</source>
            <translation>Clique no que é cinza na realidade; Esc cancela</translation>
        </message>
        <message>
            <source>Original</source>
            <translation>Original</translation>
        </message>
        <message>
            <source>Original; enhancing…</source>
            <translation>Original; realçando…</translation>
        </message>
        <message>
            <source>Enhanced: {steps}</source>
            <translation>Realçada: {steps}</translation>
        </message>
    </context>
    <context>
        <name>StatusHead</name>
        <message>
            <source>Progress of the training</source>
            <translation>Andamento do treinamento</translation>
        </message>
        <message>
            <source>Finished</source>
            <translation>Concluído</translation>
        </message>
        <message>
            <source>Stopped; it can go on another day</source>
            <translation>Parado; pode continuar outro dia</translation>
        </message>
        <message>
            <source>Ended by itself; what was saved last is kept</source>
            <translation>Terminou por si; o último estado salvo está guardado</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>Copied.</source>
            <translation>Copiado.</translation>
        </message>
        <message>
            <source>enhanced  </source>
            <translation>realçada  </translation>
        </message>
    </context>
    <context>
        <name>StepEditor</name>
        <message>
            <source>Pick in the picture</source>
            <translation>Escolher na imagem</translation>
        </message>
        <message>
            <source>Click the place in the picture that is grey in truth</source>
            <translation>Clicar no lugar da imagem que é cinza na realidade</translation>
        </message>
        <message>
            <source>Default values</source>
            <translation>Valores padrão</translation>
        </message>
        <message>
            <source>Give this step its default values</source>
            <translation>Dar a este passo seus valores padrão</translation>
        </message>
    </context>
    <context>
        <name>StepList</name>
        <message>
            <source>Steps</source>
            <translation>Passos</translation>
        </message>
        <message>
            <source>on</source>
            <translation>ligado</translation>
        </message>
        <message>
            <source>off</source>
            <translation>desligado</translation>
        </message>
    </context>
    <context>
        <name>StripDelegate</name>
        <message>
            <source>no plate</source>
            <translation>nenhuma placa</translation>
        </message>
        <message>
            <source>legible</source>
            <translation>legível</translation>
        </message>
        <message>
            <source>share</source>
            <translation>peso</translation>
        </message>
        <message>
            <source>not in use</source>
            <translation>fora de uso</translation>
        </message>
        <message>
            <source>without: {plate}</source>
            <translation>sem ele: {plate}</translation>
        </message>
        <message>
            <source>by hand</source>
            <translation>à mão</translation>
        </message>
    </context>
    <context>
        <name>StripModel</name>
        <message>
            <source>Frame {n}</source>
            <translation>Quadro {n}</translation>
        </message>
        <message>
            <source>, corners set by hand</source>
            <translation>, cantos marcados à mão</translation>
        </message>
        <message>
            <source>legible to {p}</source>
            <translation>legibilidade {p}</translation>
        </message>
        <message>
            <source>share in the fused reading {p}</source>
            <translation>peso na leitura fundida {p}</translation>
        </message>
        <message>
            <source>not in use</source>
            <translation>fora de uso</translation>
        </message>
        <message>
            <source>alone it reads {plate}, {p}</source>
            <translation>sozinho lê {plate}, {p}</translation>
        </message>
        <message>
            <source>left out, the fused plate changes to {plate}</source>
            <translation>sem ele, a placa fundida muda para {plate}</translation>
        </message>
        <message>
            <source>left out, the fused plate stays the same</source>
            <translation>sem ele, a placa fundida continua a mesma</translation>
        </message>
    </context>
    <context>
        <name>TaskRunner</name>
        <message>
            <source>The program made a mistake; this step was not done.</source>
            <translation>O programa cometeu um erro; este passo não foi executado.</translation>
        </message>
    </context>
    <context>
        <name>Tour</name>
        <message>
            <source>Tour: &amp;next</source>
            <translation>Tour: &amp;avançar</translation>
        </message>
        <message>
            <source>Take the &amp;tour</source>
            <translation>&amp;Fazer o tour</translation>
        </message>
    </context>
    <context>
        <name>TrackPanel</name>
        <message>
            <source>Track</source>
            <translation>Sequência</translation>
        </message>
        <message>
            <source>Ends of the track</source>
            <translation>Extremos da sequência</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Stop following the plate</source>
            <translation>Parar de seguir a placa</translation>
        </message>
        <message>
            <source>Begins at frame {a}: {why_a}  Ends at frame {b}: {why_b}</source>
            <translation>Começa no quadro {a}: {why_a}  Termina no quadro {b}: {why_b}</translation>
        </message>
        <message>
            <source>Not found in frames {n}.</source>
            <translation>Não encontrada nos quadros {n}.</translation>
        </message>
        <message>
            <source>Following the plate: {done} of {total}</source>
            <translation>Seguindo a placa: {done} de {total}</translation>
        </message>
        <message>
            <source>Reading the frames: {done} of {total}</source>
            <translation>Lendo os quadros: {done} de {total}</translation>
        </message>
        <message>
            <source>Averaging the frames: {done} of {total}</source>
            <translation>Fazendo a média dos quadros: {done} de {total}</translation>
        </message>
        <message>
            <source>Opening the clip</source>
            <translation>Abrindo o vídeo</translation>
        </message>
        <message>
            <source>Checking the clip's digest</source>
            <translation>Verificando o SHA-256 do vídeo</translation>
        </message>
        <message>
            <source>, {n} s left</source>
            <translation>, faltam {n} s</translation>
        </message>
        <message>
            <source>Corners moved here; {key} bends the track.</source>
            <translation>Cantos movidos aqui; {key} corrige a sequência.</translation>
        </message>
        <message>
            <source>Seal your own reading to follow the plate.</source>
            <translation>Lacre a sua leitura para seguir a placa.</translation>
        </message>
        <message>
            <source>Frames {a} to {b} can be followed.</source>
            <translation>Os quadros {a} a {b} podem ser seguidos.</translation>
        </message>
        <message>
            <source>The frames of a marked plate will stand here.</source>
            <translation>Os quadros da placa aparecerão aqui.</translation>
        </message>
        <message>
            <source>The marked plate can be followed.</source>
            <translation>A placa marcada pode ser seguida.</translation>
        </message>
        <message>
            <source>found in {n} frames, {used} in use</source>
            <translation>em {n} quadros, {used} em uso</translation>
        </message>
        <message>
            <source>, {n} set by hand</source>
            <translation>, {n} à mão</translation>
        </message>
        <message>
            <source>, hidden in {n}</source>
            <translation>, oculta em {n}</translation>
        </message>
    </context>
    <context>
        <name>TrackStrip</name>
        <message>
            <source>Frames of the track</source>
            <translation>Quadros da sequência</translation>
        </message>
    </context>
    <context>
        <name>Tracker</name>
        <message>
            <source>Correct the track</source>
            <translation>Corrigir a sequência</translation>
        </message>
        <message>
            <source>At least one frame stays in use.</source>
            <translation>Pelo menos um quadro fica em uso.</translation>
        </message>
    </context>
    <context>
        <name>TrainVerbs</name>
        <message>
            <source>Folder of labelled plates</source>
            <translation>Pasta de placas rotuladas</translation>
        </message>
        <message>
            <source>Pictures that show a plate and nothing else</source>
            <translation>Imagens que mostram uma placa e nada mais</translation>
        </message>
        <message>
            <source>Pictures ({kinds})</source>
            <translation>Imagens ({kinds})</translation>
        </message>
        <message>
            <source>A pair set, or a folder of them</source>
            <translation>Um conjunto de pares, ou uma pasta deles</translation>
        </message>
        <message>
            <source>Choose labelled plates in Data first: held ones decide whether a model is better.</source>
            <translation>Escolha antes placas rotuladas em Dados: as reservadas decidem se um modelo é melhor.</translation>
        </message>
        <message>
            <source>Mark a plate in Examine first; then two models can read it here.</source>
            <translation>Marque antes uma placa em Examinar; então dois modelos podem lê-la aqui.</translation>
        </message>
        <message>
            <source>Seal your own reading of the marked plate first; no machine's reading is shown before.</source>
            <translation>Lacre antes a sua leitura da placa marcada; nenhuma leitura de máquina é mostrada antes disso.</translation>
        </message>
        <message>
            <source>Export model</source>
            <translation>Exportar modelo</translation>
        </message>
        <message>
            <source>Weights (*.safetensors)</source>
            <translation>Pesos (*.safetensors)</translation>
        </message>
        <message>
            <source>Import model</source>
            <translation>Importar modelo</translation>
        </message>
    </context>
    <context>
        <name>TrainWorkspace</name>
        <message>
            <source>The training {name} was under way when the program ended. Its state is saved.</source>
            <translation>O treinamento {name} estava em andamento quando o programa terminou. Seu estado está salvo.</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Continuar</translation>
        </message>
        <message>
            <source>The training {name} was interrupted; go on with it in Train.</source>
            <translation>O treinamento {name} foi interrompido; continue-o em Treinar.</translation>
        </message>
        <message>
            <source>&amp;Go on</source>
            <translation>&amp;Continuar</translation>
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation>&amp;Pausar</translation>
        </message>
        <message>
            <source>{share:.0f} %   {name}</source>
            <translation>{share:.0f} %   {name}</translation>
        </message>
        <message>
            <source>The training {name} ended; its model is being kept.</source>
            <translation>O treinamento {name} terminou; seu modelo está sendo guardado.</translation>
        </message>
        <message>
            <source>The DGM {name} is kept. It can make far plates for the recognizer's training.</source>
            <translation>O DGM {name} foi guardado. Ele pode fazer placas distantes para o treino do reconhecedor.</translation>
        </message>
        <message>
            <source>Use it in Data</source>
            <translation>Usá-lo em Dados</translation>
        </message>
        <message>
            <source>The model {name} is kept. Compare it before it reads.</source>
            <translation>O modelo {name} está guardado. Compare-o antes que ele leia.</translation>
        </message>
        <message>
            <source>Compare with the one in use</source>
            <translation>Comparar com o modelo em uso</translation>
        </message>
    </context>
    <context>
        <name>TwoModelsDialog</name>
        <message>
            <source>One plate, two models</source>
            <translation>Uma placa, dois modelos</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>Lendo…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fechar</translation>
        </message>
        <message>
            <source>Likeliest plates with their probabilities. An illustration; nothing of it is recorded.</source>
            <translation>Placas mais prováveis com suas probabilidades. Uma ilustração; nada dela é registrado.</translation>
        </message>
    </context>
    <context>
        <name>TypeStrip</name>
        <message>
            <source>Kinds of frames: I stands alone, P and B are built from others. Click to go there.</source>
            <translation>Tipos de quadro: I é independente, P e B são construídos a partir de outros. Clique para ir até lá.</translation>
        </message>
        <message>
            <source>Kinds of frames</source>
            <translation>Tipos de quadro</translation>
        </message>
    </context>
    <context>
        <name>UnblindDialog</name>
        <message>
            <source>Show without my own reading</source>
            <translation>Mostrar sem leitura própria</translation>
        </message>
        <message>
            <source>The machine's reading will be shown before you have read the plate yourself. The record and the report say so, and the plate cannot be read blind afterwards.</source>
            <translation>A leitura da máquina será mostrada antes que você tenha lido a placa. Isso constará do registro e do laudo, e depois a placa não poderá ser lida às cegas.</translation>
        </message>
        <message>
            <source>Why, for example: training</source>
            <translation>Razão, por exemplo: treinamento</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Razão</translation>
        </message>
        <message>
            <source>Show it</source>
            <translation>Mostrar</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
    </context>
    <context>
        <name>Welcome</name>
        <message>
            <source>Welcome</source>
            <translation>Boas-vindas</translation>
        </message>
        <message>
            <source>Reads licence plates from poor pictures, and documents how.</source>
            <translation>Lê placas de veículos em imagens ruins e documenta como o fez.</translation>
        </message>
        <message>
            <source>Stills and clips; they are only read</source>
            <translation>Imagens e vídeos; somente leitura</translation>
        </message>
        <message>
            <source>A still and a clip to try, in a minute</source>
            <translation>Uma imagem e um vídeo, em um minuto</translation>
        </message>
        <message>
            <source>One file that records every step</source>
            <translation>Um arquivo que registra cada passo</translation>
        </message>
        <message>
            <source>Go on where you stopped</source>
            <translation>Continuar de onde parou</translation>
        </message>
        <message>
            <source>Or drop stills, clips or a case anywhere in this window.</source>
            <translation>Ou solte imagens, vídeos ou um caso em qualquer lugar desta janela.</translation>
        </message>
        <message>
            <source>Recent cases</source>
            <translation>Casos recentes</translation>
        </message>
    </context>
    <context>
        <name>WithdrawDialog</name>
        <message>
            <source>Withdraw the conclusion on plate {n}</source>
            <translation>Retirar a conclusão sobre a placa {n}</translation>
        </message>
        <message>
            <source>Withdraw it</source>
            <translation>Retirar</translation>
        </message>
        <message>
            <source>Why it is not to count any more</source>
            <translation>Por que não deve mais valer</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Razão</translation>
        </message>
        <message>
            <source>Conclusion</source>
            <translation>Conclusão</translation>
        </message>
        <message>
            <source>&amp;Reason</source>
            <translation>&amp;Razão</translation>
        </message>
        <message>
            <source>It stays in the record and in the report, which says that it was withdrawn and why.</source>
            <translation>Ela permanece no registro e no laudo, que diz que foi retirada e por quê.</translation>
        </message>
    </context>
    <context>
        <name>WorkDialog</name>
        <message>
            <source>Working…</source>
            <translation>Processando…</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>O que foi constatado</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>Cancelado.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fechar</translation>
        </message>
    </context>
    <context>
        <name>Workspaces</name>
        <message>
            <source>Workspaces</source>
            <translation>Áreas de trabalho</translation>
        </message>
    </context>
    <context>
        <name>_CardDelegate</name>
        <message>
            <source>in use</source>
            <translation>em uso</translation>
        </message>
    </context>
    <context>
        <name>actions</name>
        <message>
            <source>Click</source>
            <translation>Clicar</translation>
        </message>
    </context>
    <context>
        <name>below</name>
        <message>
            <source> It was made with version {version}, this is {version2}.</source>
            <translation> Foi feita com a versão {version}; esta é a {version2}.</translation>
        </message>
        <message>
            <source>A DGM is measured by evaluate-dgm.</source>
            <translation>Um DGM se mede com evaluate-dgm.</translation>
        </message>
        <message>
            <source>A batch of {batch} cannot be divided among {size} processes.</source>
            <translation>Um lote de {batch} não pode ser dividido entre {size} processos.</translation>
        </message>
        <message>
            <source>A bracket in {text} is not closed.</source>
            <translation>Um colchete em {text} não foi fechado.</translation>
        </message>
        <message>
            <source>A corner of the plate is not a number.</source>
            <translation>Um canto da placa não é um número.</translation>
        </message>
        <message>
            <source>A picture of {shape} x {shape2} pixels is too large to be deblurred; {most_pixels} million pixels are the most.</source>
            <translation>Uma imagem de {shape} x {shape2} pixels é grande demais para a correção de borrão; o máximo são {most_pixels} milhões de pixels.</translation>
        </message>
        <message>
            <source>A plate has at most {most_slots} slots, not {slots}.</source>
            <translation>Uma placa tem no máximo {most_slots} posições, não {slots}.</translation>
        </message>
        <message>
            <source>A plate needs four corners, not {points}.</source>
            <translation>Uma placa precisa de quatro cantos, não {points}.</translation>
        </message>
        <message>
            <source>A recipe may have {max_steps} steps, not {steps}.</source>
            <translation>Uma receita pode ter {max_steps} passos, não {steps}.</translation>
        </message>
        <message>
            <source>A recipe may have {max_steps} steps, not {values}.</source>
            <translation>Uma receita pode ter {max_steps} passos, não {values}.</translation>
        </message>
        <message>
            <source>A report is written in {languages}, not in {name}.</source>
            <translation>Um laudo é escrito em {languages}, não em {name}.</translation>
        </message>
        <message>
            <source>A slot that is certain holds exactly one character.</source>
            <translation>Uma posição certa contém exatamente um caractere.</translation>
        </message>
        <message>
            <source>A slot that is probable names the character that it probably holds.</source>
            <translation>Uma posição provável nomeia o caractere que provavelmente contém.</translation>
        </message>
        <message>
            <source>A snapshot of {name} cannot be written: {error}.</source>
            <translation>Não é possível gravar um instantâneo de {name}: {error}.</translation>
        </message>
        <message>
            <source>A training needs batches of at least 2 pairs and at least one batch.</source>
            <translation>Um treinamento precisa de lotes de ao menos 2 pares e de ao menos um lote.</translation>
        </message>
        <message>
            <source>A training needs batches of at least 2 samples and at least one batch.</source>
            <translation>Um treinamento precisa de lotes de ao menos 2 amostras e de ao menos um lote.</translation>
        </message>
        <message>
            <source>The pair sets of {pairs} give nothing to learn: none says what its plate reads, or the set {name} keeps those plates back.</source>
            <translation>Os conjuntos de pares de {pairs} não dão nada para aprender: nenhum diz qual é a sua placa, ou o conjunto {name} mantém essas placas reservadas.</translation>
        </message>
        <message>
            <source>The share of what was learnt in the weights kept is a number above 0, at most 1.</source>
            <translation>A parcela do que foi aprendido nos pesos guardados é um número acima de 0, no máximo 1.</translation>
        </message>
        <message>
            <source>A training from scratch has no weights before to mix what it learnt with.</source>
            <translation>Um treinamento do zero não tem pesos anteriores com que misturar o que aprendeu.</translation>
        </message>
        <message>
            <source>The share of narrow plates is a number from 0 to 1.</source>
            <translation>A parcela de placas estreitas é um número de 0 a 1.</translation>
        </message>
        <message>
            <source>A weights file must end in {suffix}, not {name}.</source>
            <translation>O nome de um arquivo de pesos deve terminar em {suffix}; {name} não serve.</translation>
        </message>
        <message>
            <source>About the deviation of the noise.</source>
            <translation>Aproximadamente o desvio do ruído.</translation>
        </message>
        <message>
            <source>Above 1 the dark parts become brighter, below 1 darker.</source>
            <translation>Acima de 1, as partes escuras ficam mais claras; abaixo de 1, mais escuras.</translation>
        </message>
        <message>
            <source>Brazil, Mercosur (since 2018)</source>
            <translation>Brasil, Mercosul (desde 2018)</translation>
        </message>
        <message>
            <source>Brazil, grey (1990–2018)</source>
            <translation>Brasil, cinza (1990–2018)</translation>
        </message>
        <message>
            <source>Column of the point, from 0 at the left.</source>
            <translation>Coluna do ponto, a partir de 0 à esquerda.</translation>
        </message>
        <message>
            <source>Deviation of the smoothing that is compared with.</source>
            <translation>Desvio da suavização com que se compara.</translation>
        </message>
        <message>
            <source>Deviation of the weights by difference of colour.</source>
            <translation>Desvio dos pesos por diferença de cor.</translation>
        </message>
        <message>
            <source>Deviation of the weights by distance.</source>
            <translation>Desvio dos pesos por distância.</translation>
        </message>
        <message>
            <source>Direction of the movement; 0 is level, positive falls to the right.</source>
            <translation>Direção do movimento; 0 é horizontal, positivo desce para a direita.</translation>
        </message>
        <message>
            <source>Enhancement changed the likeliest plate: {text} ({probability}) in the original, {text2} ({probability2}) enhanced; neither may be taken alone.</source>
            <translation>O realce mudou a placa mais provável: {text} ({probability}) no original, {text2} ({probability2}) com realce; nenhuma das duas pode ser tomada sozinha.</translation>
        </message>
        <message>
            <source>Every picture shows the plate {plates}; nothing else could be learnt from them.</source>
            <translation>Todas as imagens mostram a placa {plates}; nada mais se poderia aprender com elas.</translation>
        </message>
        <message>
            <source>Evidence may not name other files or addresses to read.</source>
            <translation>Um vestígio não pode indicar outros arquivos ou endereços a ler.</translation>
        </message>
        <message>
            <source>Exhibit {number}, {name}, is no longer the file that was acquired: its SHA-256 is not {sha256}.</source>
            <translation>O vestígio {number}, {name}, não é mais o arquivo que foi adquirido: seu SHA-256 não é {sha256}.</translation>
        </message>
        <message>
            <source>Exhibit {number}, {name}, was not found at {parent} or beside the case.</source>
            <translation>O vestígio {number}, {name}, não foi encontrado em {parent} nem ao lado do caso.</translation>
        </message>
        <message>
            <source>File exists</source>
            <translation>O arquivo já existe</translation>
        </message>
        <message>
            <source>File name too long</source>
            <translation>Nome de arquivo longo demais</translation>
        </message>
        <message>
            <source>File too large</source>
            <translation>Arquivo grande demais</translation>
        </message>
        <message>
            <source>Frame {index} decodes to other pixels than those that were read.</source>
            <translation>O quadro {index} se decodifica em pixels diferentes dos que foram lidos.</translation>
        </message>
        <message>
            <source>Frame {index} is none of the frames to be followed.</source>
            <translation>O quadro {index} não é um dos quadros a seguir.</translation>
        </message>
        <message>
            <source>Frame {index} of exhibit {exhibit} decodes to other pixels than those that were recorded.</source>
            <translation>O quadro {index} do vestígio {exhibit} se decodifica em pixels diferentes dos que foram registrados.</translation>
        </message>
        <message>
            <source>Frame {index} of {name} no longer decodes to the pixels in the frame table.</source>
            <translation>O quadro {index} de {name} não se decodifica mais nos pixels da tabela de quadros.</translation>
        </message>
        <message>
            <source>Half of a field's lines are filled in: take pairs from the clip's whole pictures, not from its fields.</source>
            <translation>Metade das linhas de um campo é preenchida: tire os pares das imagens inteiras do vídeo, não de seus campos.</translation>
        </message>
        <message>
            <source>How far the picture moved during the exposure.</source>
            <translation>Quanto a imagem se moveu durante a exposição.</translation>
        </message>
        <message>
            <source>How much steeper than even the grey levels may become in a tile.</source>
            <translation>Quanto os níveis de cinza podem ficar mais íngremes que uniformes em um bloco.</translation>
        </message>
        <message>
            <source>How often the difference is added.</source>
            <translation>Quantas vezes a diferença é somada.</translation>
        </message>
        <message>
            <source>How often the estimate is corrected; more is sharper, then ringing.</source>
            <translation>Quantas vezes a estimativa é corrigida; mais vezes dão mais nitidez, depois ondulações.</translation>
        </message>
        <message>
            <source>How the lines of the other field are filled.</source>
            <translation>Como as linhas do outro campo são preenchidas.</translation>
        </message>
        <message>
            <source>Input/output error</source>
            <translation>Erro de entrada/saída</translation>
        </message>
        <message>
            <source>Is a directory</source>
            <translation>É uma pasta</translation>
        </message>
        <message>
            <source>Is not shown to read this camera better than {before}: {figures}.</source>
            <translation>Não está demonstrado que leia esta câmera melhor que {before}: {figures}.</translation>
        </message>
        <message>
            <source>Loses {value} points on the standard plates against {before}: {figures}.</source>
            <translation>Perde {value} pontos nas placas padrão em comparação com {before}: {figures}.</translation>
        </message>
        <message>
            <source>Memory ran out after {step} samples; the last saved state is kept. Smaller batches need less.</source>
            <translation>A memória acabou depois de {step} amostras; o último estado salvo fica guardado. Lotes menores precisam de menos.</translation>
        </message>
        <message>
            <source>Memory ran out; the last saved state is kept. Smaller batches need less.</source>
            <translation>A memória acabou; o último estado salvo fica guardado. Lotes menores precisam de menos.</translation>
        </message>
        <message>
            <source>Damage puts the pixels of all these frames in doubt; none was taken.</source>
            <translation>Danos põem em dúvida os pixels de todos estes quadros; nenhum foi tomado.</translation>
        </message>
        <message>
            <source>Near plates must be wider than the widest far ones.</source>
            <translation>As placas próximas devem ser mais largas que as distantes mais largas.</translation>
        </message>
        <message>
            <source>No temporary folder could be made: {strerror}.</source>
            <translation>Não foi possível criar uma pasta temporária: {strerror}.</translation>
        </message>
        <message>
            <source>No own model is active.</source>
            <translation>Nenhum modelo próprio está ativo.</translation>
        </message>
        <message>
            <source>No own reading of plate {number} was sealed that could be changed.</source>
            <translation>Não foi lacrada nenhuma leitura própria da placa {number} que pudesse ser alterada.</translation>
        </message>
        <message>
            <source>No plate is marked in the case yet; there is nothing to read a second time.</source>
            <translation>Ainda não há placa marcada no caso; não há nada a ler pela segunda vez.</translation>
        </message>
        <message>
            <source>No space left on device</source>
            <translation>Não há espaço livre no disco</translation>
        </message>
        <message>
            <source>No such file or directory</source>
            <translation>Arquivo ou pasta inexistente</translation>
        </message>
        <message>
            <source>Not a directory</source>
            <translation>Não é uma pasta</translation>
        </message>
        <message>
            <source>Not judged on held pictures.</source>
            <translation>Não avaliado em imagens reservadas.</translation>
        </message>
        <message>
            <source>Not one frame of {name} can be decoded.</source>
            <translation>Nenhum quadro de {name} pode ser decodificado.</translation>
        </message>
        <message>
            <source>Number of tiles across and down the picture.</source>
            <translation>Número de blocos na largura e na altura da imagem.</translation>
        </message>
        <message>
            <source>Of the set {name} {held} pictures show plates that were not learnt; to judge, at least {least_held} are needed.</source>
            <translation>No conjunto {name}, {held} imagens mostram placas que não foram aprendidas; para avaliar são necessárias ao menos {least_held}.</translation>
        </message>
        <message>
            <source>Of {widths} frames {near} are near and {far} far enough for pairs; the plate is {widths2} to {widths3} pixels wide.</source>
            <translation>De {widths} quadros, {near} são próximos e {far} distantes o bastante para formar pares; a placa tem de {widths2} a {widths3} pixels de largura.</translation>
        </message>
        <message>
            <source>Operation not permitted</source>
            <translation>Operação não permitida</translation>
        </message>
        <message>
            <source>Own pairs need at least one pair set and a share above 0, at most 1.</source>
            <translation>Pares próprios precisam de ao menos um conjunto de pares e de uma proporção acima de 0 e de no máximo 1.</translation>
        </message>
        <message>
            <source>Permission denied</source>
            <translation>Permissão negada</translation>
        </message>
        <message>
            <source>Plate {number} is marked elsewhere in this frame; this is another plate.</source>
            <translation>A placa {number} está marcada em outro lugar deste quadro; esta é outra placa.</translation>
        </message>
        <message>
            <source>Plate {number} is marked on exhibit {exhibit}.</source>
            <translation>A placa {number} está marcada no vestígio {exhibit}.</translation>
        </message>
        <message>
            <source>Plate {number} was not read yet; the first reading is sealed without being a second one.</source>
            <translation>A placa {number} ainda não foi lida; a primeira leitura é lacrada sem ser uma segunda.</translation>
        </message>
        <message>
            <source>Plate {number}: it has no first reading in the case yet.</source>
            <translation>Placa {number}: ainda não tem uma primeira leitura no caso.</translation>
        </message>
        <message>
            <source>Plate {number}: it is marked on other evidence.</source>
            <translation>Placa {number}: está marcada em outro vestígio.</translation>
        </message>
        <message>
            <source>Plate {number}: it was marked in the copy and is not in the case.</source>
            <translation>Placa {number}: foi marcada na cópia e não está no caso.</translation>
        </message>
        <message>
            <source>Plate {number}: no reading was sealed.</source>
            <translation>Placa {number}: nenhuma leitura foi lacrada.</translation>
        </message>
        <message>
            <source>Plate {number}: the machine's reading was asked for before an own one was sealed.</source>
            <translation>Placa {number}: a leitura da máquina foi pedida antes que uma leitura própria fosse lacrada.</translation>
        </message>
        <message>
            <source>Plate {number}: {examiner} has read it in the case, or saw a reading of it there.</source>
            <translation>Placa {number}: {examiner} já a leu no caso ou viu nele uma leitura dela.</translation>
        </message>
        <message>
            <source>Power of the noise as a share of the power of the picture; more of it is gentler.</source>
            <translation>Potência do ruído como parte da potência da imagem; quanto maior, mais suave.</translation>
        </message>
        <message>
            <source>Radius of the disc that a point became.</source>
            <translation>Raio do disco em que um ponto se transformou.</translation>
        </message>
        <message>
            <source>Read-only file system</source>
            <translation>Sistema de arquivos somente para leitura</translation>
        </message>
        <message>
            <source>Reading {number} cannot be repeated: exhibit {number2} is not there as it was acquired.</source>
            <translation>A leitura {number} não pode ser repetida: o vestígio {number2} não está disponível como foi adquirido.</translation>
        </message>
        <message>
            <source>Reading {number} of plate {plate}: {difference}{made}</source>
            <translation>Leitura {number} da placa {plate}: {difference}{made}</translation>
        </message>
        <message>
            <source>Reading {reading} does not hold the frame that was marked.</source>
            <translation>A leitura {reading} não contém o quadro que foi marcado.</translation>
        </message>
        <message>
            <source>Reads this camera better than {before}: {figures}.</source>
            <translation>Lê esta câmera melhor que {before}: {figures}.</translation>
        </message>
        <message>
            <source>Reads this camera worse than {before}: {figures}.</source>
            <translation>Lê esta câmera pior que {before}: {figures}.</translation>
        </message>
        <message>
            <source>Repeated, it comes out the same {how}.</source>
            <translation>Repetida, resulta igual {how}.</translation>
        </message>
        <message>
            <source>Report {number}, {name}, was not found at {parent} or beside the case.</source>
            <translation>O laudo {number}, {name}, não foi encontrado em {parent} nem ao lado do caso.</translation>
        </message>
        <message>
            <source>Row of the point, from 0 at the top.</source>
            <translation>Linha do ponto, a partir de 0 no topo.</translation>
        </message>
        <message>
            <source>Row {count} of the audit log ({kind}) does not follow from the row before it.</source>
            <translation>A linha {count} do registro de auditoria ({kind}) não decorre da linha anterior.</translation>
        </message>
        <message>
            <source>Row {count} of the audit log ({kind}) was changed: its hash does not fit it.</source>
            <translation>A linha {count} do registro de auditoria ({kind}) foi alterada: seu hash não confere.</translation>
        </message>
        <message>
            <source>Row {count} of the audit log is missing: row {sequence} stands in its place.</source>
            <translation>Falta a linha {count} do registro de auditoria: a linha {sequence} está em seu lugar.</translation>
        </message>
        <message>
            <source>Row {sequence} of the audit log of {name} is not well formed: {error}.</source>
            <translation>A linha {sequence} do registro de auditoria de {name} não está bem formada: {error}.</translation>
        </message>
        <message>
            <source>Say for whom the blind copy is; the record names the second examiner.</source>
            <translation>Informe para quem é a cópia cega; o registro nomeia o segundo perito.</translation>
        </message>
        <message>
            <source>Say in a remark why nothing can be determined.</source>
            <translation>Diga em uma observação por que nada pode ser determinado.</translation>
        </message>
        <message>
            <source>Say why the conclusion is withdrawn.</source>
            <translation>Diga por que a conclusão é retirada.</translation>
        </message>
        <message>
            <source>Say why the own reading is changed after the machine's was shown.</source>
            <translation>Diga por que a leitura própria é alterada depois de mostrada a da máquina.</translation>
        </message>
        <message>
            <source>Seal your own reading of {named} first; the machine's is not shown before, unless you say so.</source>
            <translation>Lacre primeiro a sua própria leitura: {named}. A da máquina não é mostrada antes, a menos que você o peça.</translation>
        </message>
        <message>
            <source>Shipped or trained on drawn plates.</source>
            <translation>Fornecido com o programa ou treinado com placas desenhadas.</translation>
        </message>
        <message>
            <source>Side of the square in which like ones are sought.</source>
            <translation>Lado do quadrado em que se buscam os semelhantes.</translation>
        </message>
        <message>
            <source>Side of the squares that are compared.</source>
            <translation>Lado dos quadrados que são comparados.</translation>
        </message>
        <message>
            <source>Signing needs pyHanko, which is not installed; get it with pip install "forensic-lpr[sign]".</source>
            <translation>A assinatura precisa do pyHanko, que não está instalado; obtenha-o com pip install "forensic-lpr[sign]".</translation>
        </message>
        <message>
            <source>Slot {number} of the reading is empty; write "?" for what cannot be told.</source>
            <translation>A posição {number} da leitura está vazia; escreva "?" para o que não se pode dizer.</translation>
        </message>
        <message>
            <source>Slot {number} of the reading names a character twice.</source>
            <translation>A posição {number} da leitura nomeia um caractere duas vezes.</translation>
        </message>
        <message>
            <source>Slot {slot} departs from the readings ({blind}); say why.</source>
            <translation>A posição {slot} se afasta das leituras ({blind}); diga por quê.</translation>
        </message>
        <message>
            <source>Slot {slot} gives {symbols} another probability (by {apart}).</source>
            <translation>A posição {slot} dá a {symbols} outra probabilidade (diferença de {apart}).</translation>
        </message>
        <message>
            <source>Smaller differences are left alone.</source>
            <translation>Diferenças menores ficam como estão.</translation>
        </message>
        <message>
            <source>Some pictures of the set {name} name their part and {silent} does not.</source>
            <translation>Algumas imagens do conjunto {name} indicam sua parte e {silent} não.</translation>
        </message>
        <message>
            <source>Step {number} of the recipe</source>
            <translation>O passo {number} da receita</translation>
        </message>
        <message>
            <source>Step {number} of the recipe needs an operation's name, parameters by name, and enabled true or false.</source>
            <translation>O passo {number} da receita precisa do nome de uma operação, de parâmetros por nome e de enabled true ou false.</translation>
        </message>
        <message>
            <source>Step {number} of the recipe: {error}</source>
            <translation>Passo {number} da receita: {error}</translation>
        </message>
        <message>
            <source>The DGM {dgm} is not the one that the run {name} was begun with.</source>
            <translation>O DGM {dgm} não é aquele com que o treinamento {name} foi iniciado.</translation>
        </message>
        <message>
            <source>The DGM {parent} is not the one that the run {name} starts from.</source>
            <translation>O DGM {parent} não é aquele de que parte o treinamento {name}.</translation>
        </message>
        <message>
            <source>The active model {name} is gone; deactivate it or bring it back.</source>
            <translation>O modelo ativo {name} desapareceu; desative-o ou traga-o de volta.</translation>
        </message>
        <message>
            <source>The active model {name} is no longer the file that was activated; deactivate it or activate it anew.</source>
            <translation>O modelo ativo {name} não é mais o arquivo que foi ativado; desative-o ou ative-o de novo.</translation>
        </message>
        <message>
            <source>The audit log has {count} rows, but {rows} were recorded.</source>
            <translation>O registro de auditoria tem {count} linhas, mas {rows} foram registradas.</translation>
        </message>
        <message>
            <source>The card {name} is damaged; take it away or bring the right one.</source>
            <translation>A ficha {name} está danificada; remova-a ou traga a correta.</translation>
        </message>
        <message>
            <source>The case has no exhibit {number}.</source>
            <translation>O caso não tem o vestígio {number}.</translation>
        </message>
        <message>
            <source>The case has no exhibit {number}; it has {exhibits}.</source>
            <translation>O caso não tem o vestígio {number}; tem {exhibits}.</translation>
        </message>
        <message>
            <source>The case has no plate {number}.</source>
            <translation>O caso não tem a placa {number}.</translation>
        </message>
        <message>
            <source>The case has no reading {number}.</source>
            <translation>O caso não tem a leitura {number}.</translation>
        </message>
        <message>
            <source>The case was not saved: there is a file of that name already.</source>
            <translation>O caso não foi salvo: já existe um arquivo com esse nome.</translation>
        </message>
        <message>
            <source>The case was not saved: {error}.</source>
            <translation>O caso não foi salvo: {error}.</translation>
        </message>
        <message>
            <source>The case {name} cannot be opened: its folder is missing or may only be read.</source>
            <translation>O caso {name} não pode ser aberto: falta sua pasta ou ela só permite leitura.</translation>
        </message>
        <message>
            <source>The case {name} cannot be opened: {error}.</source>
            <translation>O caso {name} não pode ser aberto: {error}.</translation>
        </message>
        <message>
            <source>The case {name} cannot be read: {strerror}.</source>
            <translation>O caso {name} não pode ser lido: {strerror}.</translation>
        </message>
        <message>
            <source>The case {name} cannot be written: the disk is full or failing.</source>
            <translation>Não é possível gravar no caso {name}: o disco está cheio ou falhando.</translation>
        </message>
        <message>
            <source>The case {name} cannot be written: the disk is full.</source>
            <translation>Não é possível gravar no caso {name}: o disco está cheio.</translation>
        </message>
        <message>
            <source>The case {name} cannot be written: the file or its folder may only be read.</source>
            <translation>Não é possível gravar no caso {name}: o arquivo ou sua pasta só permite leitura.</translation>
        </message>
        <message>
            <source>The case {name} has lost the document {sha256}.</source>
            <translation>O caso {name} perdeu o documento {sha256}.</translation>
        </message>
        <message>
            <source>The case {name} has lost the end of its audit log.</source>
            <translation>O caso {name} perdeu o fim de seu registro de auditoria.</translation>
        </message>
        <message>
            <source>The case {name} holds other tables or triggers than a case file has.</source>
            <translation>O caso {name} contém tabelas ou gatilhos que um arquivo de caso não tem.</translation>
        </message>
        <message>
            <source>The case {name} holds the document {sha256}, which no row of the audit log names.</source>
            <translation>O caso {name} contém o documento {sha256}, que nenhuma linha do registro de auditoria nomeia.</translation>
        </message>
        <message>
            <source>The case {name} is damaged or no case file of this program.</source>
            <translation>O caso {name} está danificado ou não é um arquivo de caso deste programa.</translation>
        </message>
        <message>
            <source>The case {name} is damaged: it is longer or shorter than its header says.</source>
            <translation>O caso {name} está danificado: é mais longo ou mais curto do que diz seu cabeçalho.</translation>
        </message>
        <message>
            <source>The case {name} is damaged: its pages do not fit together.</source>
            <translation>O caso {name} está danificado: suas páginas não combinam entre si.</translation>
        </message>
        <message>
            <source>The case {name} is empty: {error}.</source>
            <translation>O caso {name} está vazio: {error}.</translation>
        </message>
        <message>
            <source>The case {name} is open in another window or command; close it there first.</source>
            <translation>O caso {name} está aberto em outra janela ou comando; feche-o lá primeiro.</translation>
        </message>
        <message>
            <source>The case {name} was changed behind the program's back. {broken}</source>
            <translation>O caso {name} foi alterado sem passar pelo programa. {broken}</translation>
        </message>
        <message>
            <source>The case {name} was made by a newer version of this program; open it with that one.</source>
            <translation>O caso {name} foi feito por uma versão mais nova deste programa; abra-o com ela.</translation>
        </message>
        <message>
            <source>The character boxes of {file} are not one per character.</source>
            <translation>As caixas de caracteres de {file} não são uma por caractere.</translation>
        </message>
        <message>
            <source>The characters that cannot be ruled out</source>
            <translation>Os caracteres que não podem ser excluídos</translation>
        </message>
        <message>
            <source>The choice cannot be written to {path}: {error}.</source>
            <translation>A escolha não pode ser gravada em {path}: {error}.</translation>
        </message>
        <message>
            <source>The clip has no frames.</source>
            <translation>O vídeo não tem quadros.</translation>
        </message>
        <message>
            <source>The corners in frame {index} lie {apart} pixels from those recorded.</source>
            <translation>Os cantos no quadro {index} estão a {apart} pixels dos registrados.</translation>
        </message>
        <message>
            <source>The date {text} is before 1970.</source>
            <translation>A data {text} é anterior a 1970.</translation>
        </message>
        <message>
            <source>The date {text} is no date in the form 2026-11-05T10:00:00+01:00.</source>
            <translation>{text} não é uma data na forma 2026-11-05T10:00:00+01:00.</translation>
        </message>
        <message>
            <source>The division of the set {name} does not hold every picture once.</source>
            <translation>A divisão do conjunto {name} não contém cada imagem uma única vez.</translation>
        </message>
        <message>
            <source>The division of the set {name} leaves nothing to train on or nothing held.</source>
            <translation>A divisão do conjunto {name} não deixa nada para treinar ou nada reservado.</translation>
        </message>
        <message>
            <source>The division {path} cannot be read: {error}.</source>
            <translation>A divisão {path} não pode ser lida: {error}.</translation>
        </message>
        <message>
            <source>The division {path} is damaged.</source>
            <translation>A divisão {path} está danificada.</translation>
        </message>
        <message>
            <source>The document {sha256} in the case {name} was changed.</source>
            <translation>O documento {sha256} no caso {name} foi alterado.</translation>
        </message>
        <message>
            <source>The file {name} is damaged or no weights of this program.</source>
            <translation>O arquivo {name} está danificado ou não contém pesos deste programa.</translation>
        </message>
        <message>
            <source>The first of the {what}</source>
            <translation>O primeiro item ({what})</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be read: {error}.</source>
            <translation>A pasta {folder} não pode ser lida: {error}.</translation>
        </message>
        <message>
            <source>The folder {folder} holds neither a {table} with rows nor pictures named after their plate.</source>
            <translation>A pasta {folder} não contém um {table} com linhas nem imagens com o nome de sua placa.</translation>
        </message>
        <message>
            <source>The folder {folder} holds no pair set; take pairs from a clip first.</source>
            <translation>A pasta {folder} não contém conjunto de pares; extraia antes pares de um vídeo.</translation>
        </message>
        <message>
            <source>The format of the likeliest plate</source>
            <translation>O formato da placa mais provável</translation>
        </message>
        <message>
            <source>The format {format_name} of {file} is not known here.</source>
            <translation>O formato {format_name} de {file} não é conhecido aqui.</translation>
        </message>
        <message>
            <source>The four corners do not enclose a plate: one lies on or inside the lines of the others.</source>
            <translation>Os quatro cantos não delimitam uma placa: um está sobre as linhas dos outros ou dentro delas.</translation>
        </message>
        <message>
            <source>The frames' shares</source>
            <translation>As participações dos quadros</translation>
        </message>
        <message>
            <source>The key {name} cannot be used: it is no PKCS#12 file, or the passphrase is wrong.</source>
            <translation>A chave {name} não pode ser usada: não é um arquivo PKCS#12, ou a senha está errada.</translation>
        </message>
        <message>
            <source>The key {path} cannot be read: {error}.</source>
            <translation>A chave {path} não pode ser lida: {error}.</translation>
        </message>
        <message>
            <source>The label {shown} of {file} does not follow the format {names}.</source>
            <translation>O rótulo {shown} de {file} não segue o formato {names}.</translation>
        </message>
        <message>
            <source>The label {shown} of {file} holds other signs than letters and digits.</source>
            <translation>O rótulo {shown} de {file} contém outros sinais além de letras e algarismos.</translation>
        </message>
        <message>
            <source>The last row of the audit log ({count}) is not the one that was recorded last.</source>
            <translation>A última linha do registro de auditoria ({count}) não é a que foi registrada por último.</translation>
        </message>
        <message>
            <source>The list of active models {path} is damaged; delete it to read with the shipped weights.</source>
            <translation>A lista de modelos ativos {path} está danificada; apague-a para ler com os pesos fornecidos.</translation>
        </message>
        <message>
            <source>The list of active models {path} is far too large.</source>
            <translation>A lista de modelos ativos {path} é grande demais.</translation>
        </message>
        <message>
            <source>The log of the run {name} cannot be written: {error}.</source>
            <translation>O registro do treinamento {name} não pode ser gravado: {error}.</translation>
        </message>
        <message>
            <source>The loss is no number any more after {samples} samples; the last good state is kept. A lower learning rate may help.</source>
            <translation>A perda deixou de ser um número depois de {samples} amostras; o último estado bom fica guardado. Uma taxa de aprendizado menor pode ajudar.</translation>
        </message>
        <message>
            <source>The machine's reading of plate {number} was asked for at {unblinded_at}; an own reading would no longer be blind.</source>
            <translation>A leitura da máquina da placa {number} foi pedida em {unblinded_at}; uma leitura própria não seria mais cega.</translation>
        </message>
        <message>
            <source>The manifest of {folder} is damaged.</source>
            <translation>O manifesto de {folder} está danificado.</translation>
        </message>
        <message>
            <source>The manifest of {folder} is not that of a pair set ({error}).</source>
            <translation>O manifesto de {folder} não é o de um conjunto de pares ({error}).</translation>
        </message>
        <message>
            <source>The marked area is almost even in tone; there is nothing to follow.</source>
            <translation>A área marcada tem tom quase uniforme; não há o que seguir.</translation>
        </message>
        <message>
            <source>The marked frame {index} lies outside the frames {first} to {last} to be followed.</source>
            <translation>O quadro marcado {index} está fora dos quadros {first} a {last} a seguir.</translation>
        </message>
        <message>
            <source>The marked plate is {width} x {height} pixels; to be followed it must be at least {least_width} x {least_height}.</source>
            <translation>A placa marcada tem {width} x {height} pixels; para ser seguida precisa ter ao menos {least_width} x {least_height}.</translation>
        </message>
        <message>
            <source>The mean over a square of this half width counts.</source>
            <translation>Vale a média em um quadrado com esta meia largura.</translation>
        </message>
        <message>
            <source>The model cannot be kept in {folder}: {error}.</source>
            <translation>O modelo não pode ser guardado em {folder}: {error}.</translation>
        </message>
        <message>
            <source>The model {name} came with the program and stays as it is.</source>
            <translation>O modelo {name} veio com o programa e fica como está.</translation>
        </message>
        <message>
            <source>The model {name} cannot be deleted: {error}.</source>
            <translation>O modelo {name} não pode ser apagado: {error}.</translation>
        </message>
        <message>
            <source>The model {name} is a DGM; it makes training pictures and reads nothing.</source>
            <translation>O modelo {name} é um DGM; ele faz imagens de treinamento e não lê nada.</translation>
        </message>
        <message>
            <source>The model {name} {said}, so it is not activated; it can be in spite of that, if you say so.</source>
            <translation>O modelo {name} {said} e por isso não é ativado; pode sê-lo apesar disso, se você o disser.</translation>
        </message>
        <message>
            <source>The model {name} {why} and stays.</source>
            <translation>O modelo {name} {why} e permanece.</translation>
        </message>
        <message>
            <source>The neutral point ({x}, {y}) lies outside the picture, which is {width} x {height} pixels.</source>
            <translation>O ponto neutro ({x}, {y}) está fora da imagem, que tem {width} x {height} pixels.</translation>
        </message>
        <message>
            <source>The own reading of plate {number} was sealed at {sealed_at}.</source>
            <translation>A leitura própria da placa {number} foi lacrada em {sealed_at}.</translation>
        </message>
        <message>
            <source>The package cannot be written to {target}: {error}.</source>
            <translation>O pacote não pode ser gravado em {target}: {error}.</translation>
        </message>
        <message>
            <source>The pair set {folder} cannot be read: {error}.</source>
            <translation>O conjunto de pares {folder} não pode ser lido: {error}.</translation>
        </message>
        <message>
            <source>The pair set {name} is no longer the one that the run {run} began with.</source>
            <translation>O conjunto de pares {name} não é mais aquele com que o treinamento {run} começou.</translation>
        </message>
        <message>
            <source>The pair sets hold only {training} pairs; at least {every} are needed.</source>
            <translation>Os conjuntos de pares contêm apenas {training} pares; são necessários ao menos {every}.</translation>
        </message>
        <message>
            <source>The pairs cannot be written to {folder}: {error}.</source>
            <translation>Os pares não podem ser gravados em {folder}: {error}.</translation>
        </message>
        <message>
            <source>The part {part} of {file} is none of {parts}.</source>
            <translation>A parte {part} de {file} não é nenhuma destas: {parts}.</translation>
        </message>
        <message>
            <source>The passphrase cannot be read from {path}: {error}.</source>
            <translation>A senha não pode ser lida de {path}: {error}.</translation>
        </message>
        <message>
            <source>The passphrase in {name} is no text.</source>
            <translation>A senha em {name} não é texto.</translation>
        </message>
        <message>
            <source>The picture cannot be written to {folder}: {error}.</source>
            <translation>A imagem não pode ser gravada em {folder}: {error}.</translation>
        </message>
        <message>
            <source>The picture was enhanced ({count} step{value}); probabilities are calibrated for originals only.</source>
            <translation>A imagem foi realçada (passos: {count}); as probabilidades só são calibradas para originais.</translation>
        </message>
        <message>
            <source>The plate already has four corners.</source>
            <translation>A placa já tem quatro cantos.</translation>
        </message>
        <message>
            <source>The plate format {name} cannot be read: {strerror}.</source>
            <translation>O formato de placa {name} não pode ser lido: {strerror}.</translation>
        </message>
        <message>
            <source>The plate format {name} is not well formed: {error}.</source>
            <translation>O formato de placa {name} não está bem formado: {error}.</translation>
        </message>
        <message>
            <source>The plate from the front has other pixels.</source>
            <translation>A placa vista de frente tem outros pixels.</translation>
        </message>
        <message>
            <source>The plate is found in other frames than those recorded.</source>
            <translation>A placa é encontrada em outros quadros que não os registrados.</translation>
        </message>
        <message>
            <source>The plate is too small: every side must be at least {min_side_px} pixels long.</source>
            <translation>A placa é pequena demais: cada lado deve ter ao menos {min_side_px} pixels.</translation>
        </message>
        <message>
            <source>The plate reaches outside the picture, which is {width} x {height} pixels.</source>
            <translation>A placa sai da imagem, que tem {width} x {height} pixels.</translation>
        </message>
        <message>
            <source>The plate {text} of the set {name} stands in the parts {of_text} and {part}; what was learnt may not be asked.</source>
            <translation>A placa {text} do conjunto {name} está nas partes {of_text} e {part}; o que foi aprendido não pode ser perguntado.</translation>
        </message>
        <message>
            <source>The plate {text} stands in the parts {parts}; it may be in one only.</source>
            <translation>A placa {text} está nas partes {parts}; só pode estar em uma.</translation>
        </message>
        <message>
            <source>The plates of the set {name} cannot be told apart well enough to divide them.</source>
            <translation>As placas do conjunto {name} não se distinguem o bastante para serem divididas.</translation>
        </message>
        <message>
            <source>The process that makes training samples has ended unexpectedly.</source>
            <translation>O processo que faz as amostras de treinamento terminou inesperadamente.</translation>
        </message>
        <message>
            <source>The processes of this training cannot reach each other: {error}.</source>
            <translation>Os processos deste treinamento não conseguem se comunicar: {error}.</translation>
        </message>
        <message>
            <source>The ranked {what}</source>
            <translation>A classificação ({what})</translation>
        </message>
        <message>
            <source>The reader is sure of {symbols} where the label {text} of {file} says {character} (character {slot}); look at it again.</source>
            <translation>O leitor tem certeza de {symbols} onde o rótulo {text} de {file} diz {character} (caractere {slot}); confira de novo.</translation>
        </message>
        <message>
            <source>The reading is not of the exhibit on which plate {number} is marked.</source>
            <translation>A leitura não é do vestígio em que está marcada a placa {number}.</translation>
        </message>
        <message>
            <source>The recipe</source>
            <translation>A receita</translation>
        </message>
        <message>
            <source>The recipe is nested too deeply.</source>
            <translation>A receita tem níveis demais, uns dentro dos outros.</translation>
        </message>
        <message>
            <source>The recipe is not JSON: {error}.</source>
            <translation>A receita não é JSON: {error}.</translation>
        </message>
        <message>
            <source>The recipe is of another version than {version}, the one known here.</source>
            <translation>A receita não é da versão {version}, a conhecida aqui.</translation>
        </message>
        <message>
            <source>The recipe {name} is no text.</source>
            <translation>A receita {name} não é texto.</translation>
        </message>
        <message>
            <source>The recipe {path} cannot be read: {error}.</source>
            <translation>A receita {path} não pode ser lida: {error}.</translation>
        </message>
        <message>
            <source>The report cannot be written to {path}: {error}.</source>
            <translation>O laudo não pode ser gravado em {path}: {error}.</translation>
        </message>
        <message>
            <source>The report could not be signed: {error}.</source>
            <translation>Não foi possível assinar o laudo: {error}.</translation>
        </message>
        <message>
            <source>The report could not be typeset: {error}.</source>
            <translation>Não foi possível compor o laudo: {error}.</translation>
        </message>
        <message>
            <source>The report could not be typeset: {message}.</source>
            <translation>Não foi possível compor o laudo: {message}.</translation>
        </message>
        <message>
            <source>The report {name} cannot be read: {strerror}.</source>
            <translation>O laudo {name} não pode ser lido: {strerror}.</translation>
        </message>
        <message>
            <source>The report {name} is no longer the one that was written.</source>
            <translation>O laudo {name} não é mais aquele que foi gravado.</translation>
        </message>
        <message>
            <source>The run {name} cannot be started: {strerror}.</source>
            <translation>O treinamento {name} não pode ser iniciado: {strerror}.</translation>
        </message>
        <message>
            <source>The sample case is incomplete; install the program again.</source>
            <translation>O caso de exemplo está incompleto; instale o programa de novo.</translation>
        </message>
        <message>
            <source>The set has {crops} of {plates}; training needs at least {least_pictures} pictures of {least_plates} plates.</source>
            <translation>O conjunto tem {crops} de {plates}; o treinamento precisa de ao menos {least_pictures} imagens de {least_plates} placas.</translation>
        </message>
        <message>
            <source>The set {name} has no row for {file} to correct.</source>
            <translation>O conjunto {name} não tem linha para {file} que se possa corrigir.</translation>
        </message>
        <message>
            <source>The set {name} has no row for {file} to take out.</source>
            <translation>O conjunto {name} não tem linha para {file} que se possa retirar.</translation>
        </message>
        <message>
            <source>The set {name} has {crops} usable pictures of {plates} plates; that is too little to divide into training and held pictures.</source>
            <translation>O conjunto {name} tem {crops} imagens utilizáveis de {plates} placas; é pouco para dividir em imagens de treinamento e reservadas.</translation>
        </message>
        <message>
            <source>The set {name} has {rows} rows; at most {most_rows} can be used.</source>
            <translation>O conjunto {name} tem {rows} linhas; podem ser usadas no máximo {most_rows}.</translation>
        </message>
        <message>
            <source>The set {name} is no longer the one that the run {name2} was begun with; begin a new run.</source>
            <translation>O conjunto {name} não é mais aquele com que o treinamento {name2} foi iniciado; inicie outro treinamento.</translation>
        </message>
        <message>
            <source>The set {name} is not the one that was divided; divide it anew.</source>
            <translation>O conjunto {name} não é o que foi dividido; divida-o de novo.</translation>
        </message>
        <message>
            <source>The settings of the run {name} are damaged.</source>
            <translation>As configurações do treinamento {name} estão danificadas.</translation>
        </message>
        <message>
            <source>The shares of a training must be numbers from 0 on, and not all be 0.</source>
            <translation>As proporções de um treinamento devem ser números a partir de 0, e não todos 0.</translation>
        </message>
        <message>
            <source>The slots hold other characters.</source>
            <translation>As posições contêm outros caracteres.</translation>
        </message>
        <message>
            <source>The state of the run {name} cannot be saved; the last one stays: {error}.</source>
            <translation>O estado do treinamento {name} não pode ser salvo; o último permanece: {error}.</translation>
        </message>
        <message>
            <source>The state of the run {name} is damaged.</source>
            <translation>O estado do treinamento {name} está danificado.</translation>
        </message>
        <message>
            <source>The steps of the recipe are not a list.</source>
            <translation>Os passos da receita não são uma lista.</translation>
        </message>
        <message>
            <source>The system ended the work, most likely because memory ran out; what was saved last is whole. Smaller batches need less.</source>
            <translation>O sistema encerrou o trabalho, muito provavelmente por falta de memória; o que foi salvo por último está íntegro. Lotes menores precisam de menos.</translation>
        </message>
        <message>
            <source>The table {folder} cannot be written: {error}.</source>
            <translation>A tabela {folder} não pode ser gravada: {error}.</translation>
        </message>
        <message>
            <source>The table {path} cannot be read: {error}.</source>
            <translation>A tabela {path} não pode ser lida: {error}.</translation>
        </message>
        <message>
            <source>The table {path} is not well formed: {error}.</source>
            <translation>A tabela {path} não está bem formada: {error}.</translation>
        </message>
        <message>
            <source>The table {path} lacks the columns file and text.</source>
            <translation>Faltam na tabela {path} as colunas file e text.</translation>
        </message>
        <message>
            <source>The table {table} is far too large for labels.</source>
            <translation>A tabela {table} é grande demais para rótulos.</translation>
        </message>
        <message>
            <source>The table {table} is not well formed: {error}.</source>
            <translation>A tabela {table} não está bem formada: {error}.</translation>
        </message>
        <message>
            <source>The table {table} lacks the columns {missing}.</source>
            <translation>Faltam na tabela {table} as colunas {missing}.</translation>
        </message>
        <message>
            <source>The time limit of a training must be between 0 and 30 days, in minutes.</source>
            <translation>O limite de tempo de um treinamento deve estar entre 0 e 30 dias, em minutos.</translation>
        </message>
        <message>
            <source>The warnings</source>
            <translation>Os avisos</translation>
        </message>
        <message>
            <source>The weights that read cannot be used: {missing}</source>
            <translation>Os pesos que leram não podem ser usados: {missing}</translation>
        </message>
        <message>
            <source>The weights {changed} are no longer those that read: their SHA-256 is not {sha256}.</source>
            <translation>Os pesos {changed} não são mais os que leram: seu SHA-256 não é {sha256}.</translation>
        </message>
        <message>
            <source>The weights {name} are damaged.</source>
            <translation>Os pesos {name} estão danificados.</translation>
        </message>
        <message>
            <source>The weights {name} are for a network {network} that this program does not have.</source>
            <translation>Os pesos {name} são de uma rede {network}, que este programa não tem.</translation>
        </message>
        <message>
            <source>The weights {name} are larger than {max_bytes} MB.</source>
            <translation>Os pesos {name} têm mais de {max_bytes} MB.</translation>
        </message>
        <message>
            <source>The weights {name} are not for the DGM of this program.</source>
            <translation>Os pesos {name} não são do DGM deste programa.</translation>
        </message>
        <message>
            <source>The weights {name} are not for the inspector of this program.</source>
            <translation>Os pesos {name} não são do inspetor deste programa.</translation>
        </message>
        <message>
            <source>The weights {name} cannot be read: {error}.</source>
            <translation>Os pesos {name} não podem ser lidos: {error}.</translation>
        </message>
        <message>
            <source>The weights {name} cannot be read: {strerror}.</source>
            <translation>Os pesos {name} não podem ser lidos: {strerror}.</translation>
        </message>
        <message>
            <source>The weights {name} did not learn the set {name2} as it is now, so they cannot be calibrated on it.</source>
            <translation>Os pesos {name} não aprenderam o conjunto {name2} como ele está agora; portanto não podem ser calibrados com ele.</translation>
        </message>
        <message>
            <source>The weights {name} do not fit the network {title}.</source>
            <translation>Os pesos {name} não servem na rede {title}.</translation>
        </message>
        <message>
            <source>The weights {name} expect other plate images than this program makes.</source>
            <translation>Os pesos {name} esperam outras imagens de placa que não as que este programa faz.</translation>
        </message>
        <message>
            <source>The weights {name} hold values that are not numbers.</source>
            <translation>Os pesos {name} contêm valores que não são números.</translation>
        </message>
        <message>
            <source>The weights {parent} are for the network {network}.</source>
            <translation>Os pesos {parent} são da rede {network}.</translation>
        </message>
        <message>
            <source>The weights {teacher} look at pictures of another size.</source>
            <translation>Os pesos {teacher} olham imagens de outro tamanho.</translation>
        </message>
        <message>
            <source>The weights {weights} are not those that the run {name} was begun with.</source>
            <translation>Os pesos {weights} não são aqueles com que o treinamento {name} foi iniciado.</translation>
        </message>
        <message>
            <source>The work ended unexpectedly (code {code}); what was saved last is whole.</source>
            <translation>O trabalho terminou inesperadamente (código {code}); o que foi salvo por último está íntegro.</translation>
        </message>
        <message>
            <source>There are no weights {name}; known are {names}.</source>
            <translation>Não há pesos {name}; os conhecidos são {names}.</translation>
        </message>
        <message>
            <source>There is a file {name} already; a case is never overwritten.</source>
            <translation>Já existe um arquivo {name}; um caso nunca é sobrescrito.</translation>
        </message>
        <message>
            <source>There is already a model {name}; choose another name.</source>
            <translation>Já existe um modelo {name}; escolha outro nome.</translation>
        </message>
        <message>
            <source>There is already a run {name}; resume it or choose another name.</source>
            <translation>Já existe um treinamento {name}; retome-o ou escolha outro nome.</translation>
        </message>
        <message>
            <source>There is no case file {name}.</source>
            <translation>Não existe o arquivo de caso {name}.</translation>
        </message>
        <message>
            <source>There is no conclusion on plate {number} to be withdrawn.</source>
            <translation>Não há conclusão sobre a placa {number} a retirar.</translation>
        </message>
        <message>
            <source>There is no folder {folder}.</source>
            <translation>Não existe a pasta {folder}.</translation>
        </message>
        <message>
            <source>There is no frame {index}: the clip has frames 0 to {rows}.</source>
            <translation>Não existe o quadro {index}: o vídeo tem os quadros 0 a {rows}.</translation>
        </message>
        <message>
            <source>There is no model {name}; known are {known}.</source>
            <translation>Não existe o modelo {name}; os conhecidos são {known}.</translation>
        </message>
        <message>
            <source>There is no optimizer {optimizer}; known are {optimizer2}.</source>
            <translation>Não existe o otimizador {optimizer}; os conhecidos são {optimizer2}.</translation>
        </message>
        <message>
            <source>There is no network {network}; known are {networks}.</source>
            <translation>Não existe a rede {network}; as conhecidas são {networks}.</translation>
        </message>
        <message>
            <source>There is no operation {shown}; known are {by_name}.</source>
            <translation>Não existe a operação {shown}; as conhecidas são {by_name}.</translation>
        </message>
        <message>
            <source>There is no plate format {name}; known are {known}.</source>
            <translation>Não existe o formato de placa {name}; os conhecidos são {known}.</translation>
        </message>
        <message>
            <source>There is no plate that {who} can read as a second examiner: each was read by, or shown to, that person, or has no first reading yet.</source>
            <translation>Não há placa que {who} possa ler como segundo perito: cada uma já foi lida por essa pessoa, ou mostrada a ela, ou ainda não tem primeira leitura.</translation>
        </message>
        <message>
            <source>There is no preset {preset}; known are {presets}.</source>
            <translation>Não existe a predefinição {preset}; as conhecidas são {presets}.</translation>
        </message>
        <message>
            <source>There is no run {name} to resume.</source>
            <translation>Não há treinamento {name} a retomar.</translation>
        </message>
        <message>
            <source>There is no slot {told} to give a reason for.</source>
            <translation>Não existe a posição {told} para a qual dar um motivo.</translation>
        </message>
        <message>
            <source>There is {name} already; a package is never written over something else.</source>
            <translation>Já existe {name}; um pacote nunca é gravado sobre outra coisa.</translation>
        </message>
        <message>
            <source>This is not a recipe of Forensic LPR.</source>
            <translation>Isto não é uma receita do Forensic LPR.</translation>
        </message>
        <message>
            <source>This machine has no device {name}; it has {have}.</source>
            <translation>Esta máquina não tem o dispositivo {name}; tem {have}.</translation>
        </message>
        <message>
            <source>This share of the pixels may become black.</source>
            <translation>Esta parte dos pixels pode ficar preta.</translation>
        </message>
        <message>
            <source>This share of the pixels may become white.</source>
            <translation>Esta parte dos pixels pode ficar branca.</translation>
        </message>
        <message>
            <source>Three corners of the plate lie on one line.</source>
            <translation>Três cantos da placa estão em uma mesma linha.</translation>
        </message>
        <message>
            <source>What is as bright as this or brighter becomes white.</source>
            <translation>O que é tão claro quanto isto, ou mais, fica branco.</translation>
        </message>
        <message>
            <source>What is as dark as this or darker becomes black.</source>
            <translation>O que é tão escuro quanto isto, ou mais, fica preto.</translation>
        </message>
        <message>
            <source>What the full decode pass found</source>
            <translation>O que a decodificação completa encontrou</translation>
        </message>
        <message>
            <source>What was told before the characters</source>
            <translation>O que foi dito antes dos caracteres</translation>
        </message>
        <message>
            <source>Which component is shown as grey levels.</source>
            <translation>Qual componente é mostrado em níveis de cinza.</translation>
        </message>
        <message>
            <source>Which field is kept.</source>
            <translation>Qual campo é mantido.</translation>
        </message>
        <message>
            <source>a huge number</source>
            <translation>um número enorme</translation>
        </message>
        <message>
            <source>a whole number</source>
            <translation>um número inteiro</translation>
        </message>
        <message>
            <source>abstained</source>
            <translation>nada determinado</translation>
        </message>
        <message>
            <source>averaging</source>
            <translation>cálculo da média</translation>
        </message>
        <message>
            <source>begun as blind copy</source>
            <translation>iniciado como cópia cega</translation>
        </message>
        <message>
            <source>blind copy made</source>
            <translation>cópia cega feita</translation>
        </message>
        <message>
            <source>blind reading sealed</source>
            <translation>leitura cega lacrada</translation>
        </message>
        <message>
            <source>came with the program</source>
            <translation>veio com o programa</translation>
        </message>
        <message>
            <source>cannot read</source>
            <translation>não pode ser lida</translation>
        </message>
        <message>
            <source>case created</source>
            <translation>caso criado</translation>
        </message>
        <message>
            <source>case described</source>
            <translation>caso descrito</translation>
        </message>
        <message>
            <source>choosing</source>
            <translation>escolha</translation>
        </message>
        <message>
            <source>cutting</source>
            <translation>recorte</translation>
        </message>
        <message>
            <source>conclusion withdrawn</source>
            <translation>conclusão retirada</translation>
        </message>
        <message>
            <source>corner test</source>
            <translation>teste dos cantos</translation>
        </message>
        <message>
            <source>enhancement changed</source>
            <translation>realce alterado</translation>
        </message>
        <message>
            <source>enhancing</source>
            <translation>realce</translation>
        </message>
        <message>
            <source>evidence acquired</source>
            <translation>vestígio adquirido</translation>
        </message>
        <message>
            <source>evidence relocated</source>
            <translation>vestígio realocado</translation>
        </message>
        <message>
            <source>evidence verified</source>
            <translation>vestígio verificado</translation>
        </message>
        <message>
            <source>exhibit {number}</source>
            <translation>vestígio {number}</translation>
        </message>
        <message>
            <source>following</source>
            <translation>acompanhamento</translation>
        </message>
        <message>
            <source>format changed</source>
            <translation>formato alterado</translation>
        </message>
        <message>
            <source>frame opened</source>
            <translation>quadro aberto</translation>
        </message>
        <message>
            <source>frames of the track</source>
            <translation>quadros da sequência</translation>
        </message>
        <message>
            <source>hardly recoverable</source>
            <translation>dificilmente recuperável</translation>
        </message>
        <message>
            <source>is active</source>
            <translation>está ativo</translation>
        </message>
        <message>
            <source>its content is damaged or of no known kind</source>
            <translation>seu conteúdo está danificado ou é de tipo desconhecido</translation>
        </message>
        <message>
            <source>its kind is not one of the permitted ones</source>
            <translation>seu tipo não é um dos permitidos</translation>
        </message>
        <message>
            <source>machine reading shown</source>
            <translation>leitura da máquina mostrada</translation>
        </message>
        <message>
            <source>model activated</source>
            <translation>modelo ativado</translation>
        </message>
        <message>
            <source>model changed</source>
            <translation>modelo alterado</translation>
        </message>
        <message>
            <source>model trained</source>
            <translation>modelo treinado</translation>
        </message>
        <message>
            <source>not shown to be better</source>
            <translation>não se mostrou melhor</translation>
        </message>
        <message>
            <source>not told, since the marking is in doubt</source>
            <translation>não informada, pois a marcação está em dúvida</translation>
        </message>
        <message>
            <source>overridden</source>
            <translation>sobreposta</translation>
        </message>
        <message>
            <source>packaged</source>
            <translation>empacotado</translation>
        </message>
        <message>
            <source>partly recoverable</source>
            <translation>parcialmente recuperável</translation>
        </message>
        <message>
            <source>plates</source>
            <translation>placas</translation>
        </message>
        <message>
            <source>plates of the original</source>
            <translation>placas do original</translation>
        </message>
        <message>
            <source>plates without syntax</source>
            <translation>placas sem sintaxe</translation>
        </message>
        <message>
            <source>quad set</source>
            <translation>cantos marcados</translation>
        </message>
        <message>
            <source>reading</source>
            <translation>leitura</translation>
        </message>
        <message>
            <source>reading changed after unmasking</source>
            <translation>leitura alterada após a revelação</translation>
        </message>
        <message>
            <source>reading recorded</source>
            <translation>leitura registrada</translation>
        </message>
        <message>
            <source>reading {reading}</source>
            <translation>leitura {reading}</translation>
        </message>
        <message>
            <source>recipe changed</source>
            <translation>receita alterada</translation>
        </message>
        <message>
            <source>reconciled</source>
            <translation>concluída</translation>
        </message>
        <message>
            <source>record</source>
            <translation>registro</translation>
        </message>
        <message>
            <source>report made</source>
            <translation>laudo feito</translation>
        </message>
        <message>
            <source>report {number}</source>
            <translation>laudo {number}</translation>
        </message>
        <message>
            <source>scene clock set</source>
            <translation>relógio da cena ajustado</translation>
        </message>
        <message>
            <source>second reading begun</source>
            <translation>segunda leitura iniciada</translation>
        </message>
        <message>
            <source>second reading sealed</source>
            <translation>segunda leitura lacrada</translation>
        </message>
        <message>
            <source>second reading taken in</source>
            <translation>segunda leitura recebida</translation>
        </message>
        <message>
            <source>self-test</source>
            <translation>autoteste</translation>
        </message>
        <message>
            <source>they are not four points x,y.</source>
            <translation>não são quatro pontos x,y.</translation>
        </message>
        <message>
            <source>this plate</source>
            <translation>esta placa</translation>
        </message>
        <message>
            <source>to the bit</source>
            <translation>até o último bit</translation>
        </message>
        <message>
            <source>track frames switched</source>
            <translation>quadros da sequência ligados ou desligados</translation>
        </message>
        <message>
            <source>typesetting</source>
            <translation>composição</translation>
        </message>
        <message>
            <source>unblinded</source>
            <translation>revelada sem leitura própria</translation>
        </message>
        <message>
            <source>undo</source>
            <translation>desfazer</translation>
        </message>
        <message>
            <source>was not judged on held pictures</source>
            <translation>não foi avaliado em imagens reservadas</translation>
        </message>
        <message>
            <source>within the tolerance for another machine</source>
            <translation>dentro da tolerância para outra máquina</translation>
        </message>
        <message>
            <source>your own: {own}, {others}the machine's: {read}</source>
            <translation>a sua: {own}, {others}a da máquina: {read}</translation>
        </message>
        <message>
            <source>{characters} has a character that no plate has.</source>
            <translation>{characters} tem um caractere que nenhuma placa tem.</translation>
        </message>
        <message>
            <source>{characters} names a character twice.</source>
            <translation>{characters} nomeia um caractere duas vezes.</translation>
        </message>
        <message>
            <source>{examiner} has read every plate of the case, or saw a reading of it; a blind copy is for another person.</source>
            <translation>{examiner} já leu todas as placas do caso ou viu uma leitura delas; uma cópia cega é para outra pessoa.</translation>
        </message>
        <message>
            <source>{file} ({text}) and {file2} ({text2}) show nearly the same picture; one of the labels is wrong.</source>
            <translation>{file} ({text}) e {file2} ({text2}) mostram quase a mesma imagem; um dos rótulos está errado.</translation>
        </message>
        <message>
            <source>{file} and {file2} show nearly the same picture and stand in the parts {of_number} and {of_number2}.</source>
            <translation>{file} e {file2} mostram quase a mesma imagem e estão nas partes {of_number} e {of_number2}.</translation>
        </message>
        <message>
            <source>{file} cannot be read.</source>
            <translation>{file} não pode ser lido.</translation>
        </message>
        <message>
            <source>{file} has no label.</source>
            <translation>{file} não tem rótulo.</translation>
        </message>
        <message>
            <source>{file} is the same picture as {file2}; it counts once.</source>
            <translation>{file} é a mesma imagem que {file2}; conta uma vez.</translation>
        </message>
        <message>
            <source>{file} is the same picture under the labels {texts}; one is wrong.</source>
            <translation>{file} é a mesma imagem com os rótulos {texts}; um está errado.</translation>
        </message>
        <message>
            <source>{file} shows nearly the same pixels as {file2}; it adds little.</source>
            <translation>{file} mostra quase os mesmos pixels que {file2}; acrescenta pouco.</translation>
        </message>
        <message>
            <source>{folder} exists already; a pair set is written once and never over another.</source>
            <translation>{folder} já existe; um conjunto de pares é gravado uma vez e nunca sobre outro.</translation>
        </message>
        <message>
            <source>{folder} holds no pair set of a version that this program reads.</source>
            <translation>{folder} não contém conjunto de pares de uma versão que este programa leia.</translation>
        </message>
        <message>
            <source>{foreign} in slot {number} is no character of a plate; use A to Z, 0 to 9 and ?.</source>
            <translation>{foreign} na posição {number} não é caractere de placa; use A a Z, 0 a 9 e ?.</translation>
        </message>
        <message>
            <source>{grade_words}, about {value} % of the characters</source>
            <translation>{grade_words}, cerca de {value} % dos caracteres</translation>
        </message>
        <message>
            <source>{hits} of {n} held pictures read before, {hits2} after ({value} points, 95 % interval {value2} to {value3}; of {plates} plates {plates_better} better and {plates_worse} worse, exact p = {p_value})</source>
            <translation>{hits} de {n} imagens reservadas lidas antes, {hits2} depois ({value} pontos, intervalo de 95 % de {value2} a {value3}; de {plates} placas, {plates_better} melhores e {plates_worse} piores, p exato = {p_value})</translation>
        </message>
        <message>
            <source>{low} plus a multiple of {step}</source>
            <translation>{low} mais um múltiplo de {step}</translation>
        </message>
        <message>
            <source>{name} cannot be opened: {error}.</source>
            <translation>{name} não pode ser aberto: {error}.</translation>
        </message>
        <message>
            <source>{name} cannot be read as a picture or video: {error}.</source>
            <translation>{name} não pode ser lido como imagem ou vídeo: {error}.</translation>
        </message>
        <message>
            <source>{name} cannot be read further: {error}.</source>
            <translation>{name} não pode ser lido até o fim: {error}.</translation>
        </message>
        <message>
            <source>{name} cannot be read past byte {done}: {strerror}.</source>
            <translation>{name} não pode ser lido além do byte {done}: {strerror}.</translation>
        </message>
        <message>
            <source>{name} cannot be read: {error}.</source>
            <translation>{name} não pode ser lido: {error}.</translation>
        </message>
        <message>
            <source>{name} changed its size while it was acquired.</source>
            <translation>{name} mudou de tamanho enquanto era adquirido.</translation>
        </message>
        <message>
            <source>{name} changed while it was copied.</source>
            <translation>{name} mudou enquanto era copiado.</translation>
        </message>
        <message>
            <source>{name} does not end in .png; an enhanced picture is kept without loss.</source>
            <translation>{name} não termina em .png; uma imagem realçada é guardada sem perdas.</translation>
        </message>
        <message>
            <source>{name} does not exist.</source>
            <translation>{name} não existe.</translation>
        </message>
        <message>
            <source>{name} does not state which field is shown first; say top or bottom.</source>
            <translation>{name} não informa qual campo é exibido primeiro; indique superior ou inferior.</translation>
        </message>
        <message>
            <source>{name} has no field {index} with time stamp {pts}.</source>
            <translation>{name} não tem um campo {index} com marca de tempo {pts}.</translation>
        </message>
        <message>
            <source>{name} has no frame {index} with time stamp {pts}.</source>
            <translation>{name} não tem o quadro {index} com a marca de tempo {pts}.</translation>
        </message>
        <message>
            <source>{name} has no video stream {number}; the numbers of its video streams are {numbers}.</source>
            <translation>{name} não tem o fluxo de vídeo {number}; os números de seus fluxos de vídeo são {numbers}.</translation>
        </message>
        <message>
            <source>{name} has pictures of {width} × {height} pixels, more than the limit of {max_pixels} megapixels.</source>
            <translation>{name} tem imagens de {width} × {height} pixels, acima do limite de {max_pixels} megapixels.</translation>
        </message>
        <message>
            <source>{name} has pictures that cannot be converted to colours ({name2}, matrix {frame}): {strerror}.</source>
            <translation>{name} tem imagens que não podem ser convertidas em cores ({name2}, matriz {frame}): {strerror}.</translation>
        </message>
        <message>
            <source>{name} has the digests of its acquisition.</source>
            <translation>{name} tem os resumos criptográficos de sua aquisição.</translation>
        </message>
        <message>
            <source>{name} has {stored} × {stored2} pixels, more than the limit of {max_pixels} megapixels.</source>
            <translation>{name} tem {stored} × {stored2} pixels, acima do limite de {max_pixels} megapixels.</translation>
        </message>
        <message>
            <source>{name} holds no video stream.</source>
            <translation>{name} não contém fluxo de vídeo.</translation>
        </message>
        <message>
            <source>{name} holds video in a coding for which there is no decoder.</source>
            <translation>{name} contém vídeo em uma codificação para a qual não há decodificador.</translation>
        </message>
        <message>
            <source>{name} in {folder} is no PNG picture.</source>
            <translation>{name} em {folder} não é uma imagem PNG.</translation>
        </message>
        <message>
            <source>{name} in {folder} is not a grey picture of 120 × 40 pixels.</source>
            <translation>{name} em {folder} não é uma imagem cinza de 120 × 40 pixels.</translation>
        </message>
        <message>
            <source>{name} in {folder} is not the picture that was written: the digests differ.</source>
            <translation>{name} em {folder} não é a imagem que foi gravada: os resumos criptográficos diferem.</translation>
        </message>
        <message>
            <source>{name} is a HEIF picture ({brand}), which this program does not read.</source>
            <translation>{name} é uma imagem HEIF ({brand}), que este programa não lê.</translation>
        </message>
        <message>
            <source>{name} is a damaged or truncated picture: {reason}.</source>
            <translation>{name} é uma imagem danificada ou truncada: {reason}.</translation>
        </message>
        <message>
            <source>{name} is a damaged picture, or of a kind this program does not read.</source>
            <translation>{name} é uma imagem danificada ou de um tipo que este programa não lê.</translation>
        </message>
        <message>
            <source>{name} is a folder, not a file.</source>
            <translation>{name} é uma pasta, não um arquivo.</translation>
        </message>
        <message>
            <source>{name} is a still picture and has no fields that could be taken apart.</source>
            <translation>{name} é uma imagem estática e não tem campos que possam ser separados.</translation>
        </message>
        <message>
            <source>{name} is a still picture and has no frame {index}.</source>
            <translation>{name} é uma imagem estática e não tem o quadro {index}.</translation>
        </message>
        <message>
            <source>{name} is a still picture and has no time that a clock could set.</source>
            <translation>{name} é uma imagem estática e não tem tempo que um relógio pudesse ajustar.</translation>
        </message>
        <message>
            <source>{name} is as it was written.</source>
            <translation>{name} está como foi gravado.</translation>
        </message>
        <message>
            <source>{name} is empty.</source>
            <translation>{name} está vazio.</translation>
        </message>
        <message>
            <source>{name} is far too large for a card.</source>
            <translation>{name} é grande demais para uma ficha.</translation>
        </message>
        <message>
            <source>{name} is no blind copy of this case.</source>
            <translation>{name} não é uma cópia cega deste caso.</translation>
        </message>
        <message>
            <source>{name} is no case file of this program.</source>
            <translation>{name} não é um arquivo de caso deste programa.</translation>
        </message>
        <message>
            <source>{name} is no longer the file that was acquired: its SHA-256 is {sha256}, recorded was {sha2562}.</source>
            <translation>{name} não é mais o arquivo que foi adquirido: seu SHA-256 é {sha256}; o registrado era {sha2562}.</translation>
        </message>
        <message>
            <source>{name} is not a name for a model; use up to 64 letters, digits, dots, dashes and underscores.</source>
            <translation>{name} não é um nome de modelo; use até 64 letras, algarismos, pontos, hifens e sublinhados.</translation>
        </message>
        <message>
            <source>{name} is not a regular file.</source>
            <translation>{name} não é um arquivo comum.</translation>
        </message>
        <message>
            <source>{name} is not the file that its card beside it was written for.</source>
            <translation>{name} não é o arquivo para o qual foi escrita a ficha ao seu lado.</translation>
        </message>
        <message>
            <source>{name} is shown turned, so its fields cannot be taken apart by rows.</source>
            <translation>{name} é mostrado girado, por isso seus campos não podem ser separados por linhas.</translation>
        </message>
        <message>
            <source>{name} is the evidence itself or the case; choose another name for the report.</source>
            <translation>{name} é o próprio vestígio ou o caso; escolha outro nome para o laudo.</translation>
        </message>
        <message>
            <source>{name} is there already and is not written over.</source>
            <translation>{name} já existe e não é sobrescrito.</translation>
        </message>
        <message>
            <source>{name} is too large for a recipe.</source>
            <translation>{name} é grande demais para uma receita.</translation>
        </message>
        <message>
            <source>{name} says {shown_size} × {shown_size2} pixels but holds {shape} × {shape2}.</source>
            <translation>{name} declara {shown_size} × {shown_size2} pixels, mas contém {shape} × {shape2}.</translation>
        </message>
        <message>
            <source>{name} stores 32-bit values, which have no defined brightness.</source>
            <translation>{name} guarda valores de 32 bits, que não têm brilho definido.</translation>
        </message>
        <message>
            <source>{name} stores L*a*b* colours, which this program does not read.</source>
            <translation>{name} guarda cores L*a*b*, que este programa não lê.</translation>
        </message>
        <message>
            <source>{path} cannot be read: {error}.</source>
            <translation>{path} não pode ser lido: {error}.</translation>
        </message>
        <message>
            <source>{path} cannot be written: {error}.</source>
            <translation>{path} não pode ser gravado: {error}.</translation>
        </message>
        <message>
            <source>{path} exists already; nothing is written over it.</source>
            <translation>{path} já existe; nada é gravado sobre ele.</translation>
        </message>
        <message>
            <source>{path} is far too large for a division.</source>
            <translation>{path} é grande demais para uma divisão.</translation>
        </message>
        <message>
            <source>{path} is missing or far too large for a pair set.</source>
            <translation>{path} não existe ou é grande demais para um conjunto de pares.</translation>
        </message>
        <message>
            <source>{rows} rows follow from one another and tell what can have happened.</source>
            <translation>{rows} linhas decorrem umas das outras e contam o que pode ter acontecido.</translation>
        </message>
        <message>
            <source>{state} is none of certain, probable and undetermined.</source>
            <translation>{state} não é certo, provável nem indeterminado.</translation>
        </message>
        <message>
            <source>{title} has a parameter twice.</source>
            <translation>{title} tem um parâmetro duas vezes.</translation>
        </message>
        <message>
            <source>{title} has no parameter {name}.</source>
            <translation>{title} não tem o parâmetro {name}.</translation>
        </message>
        <message>
            <source>{title} lacks the parameter {missing}.</source>
            <translation>{title}: falta o parâmetro {missing}.</translation>
        </message>
        <message>
            <source>{title} must be a finite number.</source>
            <translation>{title} deve ser um número finito.</translation>
        </message>
        <message>
            <source>{title} must be a number, not {value}.</source>
            <translation>{title} deve ser um número, não {value}.</translation>
        </message>
        <message>
            <source>{title} must be one of {known}, not {value}.</source>
            <translation>{title} deve ser um destes: {known}; não {value}.</translation>
        </message>
        <message>
            <source>{title} must be {wanted}, not {value}.</source>
            <translation>{title} deve ser {wanted}, não {value}.</translation>
        </message>
        <message>
            <source>{title} must lie from {low} to {high}{unit}, not {value}.</source>
            <translation>{title} deve estar entre {low} e {high}{unit}, não {value}.</translation>
        </message>
        <message>
            <source>{title}: {title2} must be smaller than {title3}, not {values} and {values2}.</source>
            <translation>{title}: {title2} deve ser menor que {title3}, não {values} e {values2}.</translation>
        </message>
        <message>
            <source>{value} does not lie in the folder.</source>
            <translation>{value} não está na pasta.</translation>
        </message>
        <message>
            <source>{what} came out otherwise than recorded.</source>
            <translation>{what}: o resultado é diferente do registrado.</translation>
        </message>
        <message>
            <source>{what} has an unknown part {name}.</source>
            <translation>{what} tem uma parte desconhecida, {name}.</translation>
        </message>
        <message>
            <source>{what} is not a list of names with values.</source>
            <translation>{what} não é uma lista de nomes com valores.</translation>
        </message>
        <message>
            <source>{what} lacks {name}.</source>
            <translation>{what}: falta {name}.</translation>
        </message>
        <message>
            <source>{who} has read plate {number} or saw a reading of it; a second reading is blind and another person's.</source>
            <translation>{who} já leu a placa {number} ou viu uma leitura dela; uma segunda leitura é cega e de outra pessoa.</translation>
        </message>
    </context>
    <context>
        <name>dialog</name>
        <message>
            <source>Slot {n}</source>
            <translation>Posição {n}</translation>
        </message>
        <message>
            <source>{slot}: how sure</source>
            <translation>{slot}: certeza</translation>
        </message>
        <message>
            <source>{slot}: characters</source>
            <translation>{slot}: caracteres</translation>
        </message>
        <message>
            <source>{slot}: reason</source>
            <translation>{slot}: razão</translation>
        </message>
    </context>
    <context>
        <name>self.self</name>
        <message>
            <source>Li&amp;st the frames</source>
            <translation>Li&amp;star os quadros</translation>
        </message>
    </context>
    <context>
        <name>speaker</name>
        <message>
            <source>1 step</source>
            <translation>1 passo</translation>
        </message>
        <message>
            <source>{n} steps</source>
            <translation>{n} passos</translation>
        </message>
    </context>
    <context>
        <name>window</name>
        <message>
            <source>Tools</source>
            <translation>Ferramentas</translation>
        </message>
    </context>
</TS>
