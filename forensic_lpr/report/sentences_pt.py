"""The sentences of a report in Brazilian Portuguese."""

from types import MappingProxyType

SENTENCES = MappingProxyType(
    {
        # Question and evidence
        "left out": "placa {plates}; o caso contém mais do que este laudo relata",
        "no question": "Nenhum quesito foi registrado.",
        "no context": "Nenhum contexto foi registrado.",
        "context since": "Como registrado quando o caso foi criado, em {when}.",
        "context changed": "Como registrado quando os dados do caso foram alterados pela última vez, em {when}; o que "
        "eram antes consta do registro de auditoria.",
        "no evidence": "Nenhum vestígio foi registrado.",
        "evidence read only": "Todos os arquivos foram abertos somente para leitura e nunca gravados. Os resumos "
        "criptográficos da aquisição foram comparados com os do arquivo tal como estava quando este laudo foi feito.",
        "digests agree": "Os resumos coincidem: o arquivo é o que foi adquirido.",
        "digests differ": "Os resumos diferem: o arquivo não é o que foi adquirido.",
        "escapes": "Caracteres que não podem ser vistos ou que as fontes deste laudo não contêm são escritos como "
        "‹U+…› com seu número Unicode; o anexo {attached} os contém inalterados.",
        "not decoded": "o vídeo não foi decodificado por inteiro; não se procuraram danos",
        "nothing damaged": "o vídeo inteiro foi decodificado; nada falta ou está danificado, até onde se pode dizer",
        # Frames and corners
        "no plate marked": "Nenhuma placa foi marcada.",
        "marked only": "Nenhuma leitura da máquina foi registrada; o quadro é mostrado como a placa está marcada nele.",
        "same frame": "O quadro, os cantos e a placa de frente são os mostrados para a leitura {reading}.",
        "the still itself": "a própria imagem estática; não tem tempo",
        "scene clock set": "o perito leu {shown} no quadro {frame}; os tempos de todos os quadros decorrem disso",
        "scene clock told": "{here}; o perito leu {shown} no quadro {frame}",
        "frame caption": "O quadro inteiro. A linha amarela e preta corre por fora dos cantos marcados e não cobre "
        "nada da placa.",
        "frame located": "O retângulo reto só mostra onde olhar.",
        "frame reduced": "Reduzido para a página de {whole} para {shown}.",
        "frame alt": "O quadro com a placa marcada em torno de x {x}, y {y} de {width} por {height} pixels.",
        "crop caption": "Do quadro: colunas {left} a {right}, linhas {top} a {bottom}, {size}.",
        "crop alt": "A placa e seus arredores como o quadro os mostra.",
        "strip": "A placa em cada quadro da sequência como o quadro a contém, cada pixel repetido, nada interpolado.",
        "strip alt": "A placa e seus arredores no quadro {index}.",
        "never switched": "O perito não retirou nenhum quadro da leitura fundida.",
        "rectified caption": "Retificada, como a rede a viu: {size}, em tons de cinza.",
        "enhanced caption": "Realçada e retificada, como a rede a viu: {size}, em tons de cinza.",
        "rectified alt": "A placa retificada como a rede a viu.",
        "original caption": "Para comparação: o original, retificado do mesmo modo.",
        "original alt": "A placa retificada do original, sem realce.",
        "not enlarged": "Não ampliada.",
        "enlarged": "Ampliada {factor} vezes por repetição de pixels, sem interpolação.",
        "corner test explained": "Uma mão não é exata ao pixel. No teste dos cantos, cada canto sozinho é deslocado "
        "de um pixel para a esquerda, para a direita, para cima e para baixo, e a placa é lida de novo. Onde a placa "
        "ou sua probabilidade muda com um pixel, a leitura não é mais certa do que os cantos.",
        "corner test not made": "O teste dos cantos não foi feito: {why}",
        "no corner test without reading": "Nenhuma leitura da máquina foi registrada; por isso não houve teste dos "
        "cantos.",
        "marking moved since": "A marcação foi deslocada depois de registrada esta leitura; os cantos aqui são os que "
        "foram lidos.",
        # Recipe
        "no reading so no recipe": "Nenhum realce foi registrado.",
        "looked at explained": "Os passos através dos quais o vestígio foi visto por último. A máquina só os leu onde "
        "uma leitura acima o diz; toda mudança deles consta do registro de auditoria.",
        "the original": "O original, sem realce.",
        "after steps": "O quadro após {count}, nesta ordem; o arquivo em si não foi alterado.",
        "step in words": "{does} {cannot} Parâmetros: {parameters}. Referência: {reference}.",
        # Blind reading
        "blind explained": "A leitura do próprio perito, lacrada antes de mostrada a da máquina. Um caractere "
        "representa a si mesmo, ? o que não se pode dizer, e colchetes contêm as alternativas de uma posição, a mais "
        "provável primeiro.",
        "no blind reading": "Nenhuma leitura às cegas foi registrada.",
        "second explained": "A segunda leitura foi lacrada sob outro nome, por pessoa a quem o programa não havia "
        "mostrado nenhuma leitura desta placa.",
        "taken in": "Ela foi lacrada em uma cópia cega do caso, um arquivo que não contém nenhuma outra leitura, e "
        "recebida como foi lacrada. O registro de auditoria da cópia terminava então em {head}.",
        "never changed": "Ela não foi alterada depois que a leitura da máquina foi mostrada.",
        "unblinded": "A leitura da máquina foi pedida sem uma leitura própria, em {when}. O que o perito sustenta "
        "sobre esta placa formou-se com conhecimento dela.",
        "reason given": "Razão dada: {reason}",
        # Machine reading
        "no machine reading": "Nenhuma leitura da máquina foi registrada.",
        "order blind": "Não: a leitura própria foi lacrada antes.",
        "order unblinded": "SEM CEGAMENTO: não havia leitura própria lacrada.",
        "shown at": "Mostrada pela primeira vez em {when}.",
        "not shown": "Ela não foi mostrada.",
        "ranked, not identified": "Estes são candidatos ordenados, não a identificação de um veículo.",
        "further down": "Um candidato mais abaixo na lista pode ser a placa verdadeira, e a placa verdadeira pode não "
        "constar da lista.",
        "probabilities raw": "As probabilidades são as da própria rede: não foram calibradas, isto é, comparadas com a "
        "frequência com que tais leituras estão certas, e não devem ser tomadas como a probabilidade de que a placa "
        "seja a nomeada.",
        "probabilities of enhanced": "A placa foi lida de uma imagem realçada. A calibração foi medida em imagens sem "
        "realce; portanto estas probabilidades não estão calibradas e não devem ser tomadas como a probabilidade de "
        "que a placa seja a nomeada; as placas que o original dá com os mesmos cantos estão ao lado.",
        "probabilities calibrated": "As probabilidades dos caracteres estão calibradas: foram ajustadas, por largura "
        "da placa, à frequência com que tais leituras de placas desenhadas estão certas. A última linha nomeia, "
        "posição por posição, os caracteres que não podem ser excluídos; em tais placas o verdadeiro está entre eles "
        "em 95 de 100 posições. O que está fora das degradações desenhadas não é coberto por isso.",
        "probabilities of track": "As probabilidades dos caracteres estão calibradas: foram ajustadas, por largura da "
        "placa e por número de quadros, à frequência com que tais leituras de placas desenhadas estão certas. O que "
        "está fora das degradações desenhadas não é coberto por isso.",
        "no warnings": "Nenhuma: as verificações automáticas não geraram advertência.",
        "chart caption": "Os caracteres mais prováveis de cada posição, só a partir dos pixels, como na tabela abaixo.",
        "chart pad": "{pad} significa nenhum caractere.",
        "chart alt": "Gráfico de barras dos caracteres mais prováveis por posição; a tabela abaixo dá os mesmos "
        "valores.",
        "sets explained": "Uma posição cujo conjunto contém vários caracteres não pode ser determinada só pelos "
        "pixels.",
        "no sets": "Não são dados conjuntos de caracteres que não podem ser excluídos, pois as probabilidades não "
        "estão calibradas.",
        "no sets for track": "Os conjuntos de caracteres que não podem ser excluídos foram medidos para quadros "
        "isolados e não são dados para uma sequência.",
        "product rule": "produto das probabilidades dos quadros, ponderado pelo peso, temperatura {temperature}",
        "stable": "a placa mais provável se mantém, qualquer que seja o quadro excluído",
        "not stable": "NÃO ESTÁVEL: a placa mais provável muda quando um único quadro é excluído",
        "any syntax": "Supôs-se que a placa segue a sintaxe de algum formato de placa que o programa conhece (auto).",
        "one syntax": "Supôs-se que a placa segue a sintaxe do formato de placa {name}.",
        "first follows": "A primeira da lista segue {name}.",
        "original gives": "Com os mesmos cantos o original, segundo a sintaxe, dá {plates}.",
        "first of list": "As {count} primeiras de cada lista; o anexo report.json contém todas as que foram "
        "registradas.",
        "no plates": "Nenhum texto de placa segue a sintaxe suposta.",
        # Performance
        "performance explained": "A frequência de acertos de leituras em tais condições foi medida com estes pesos em "
        "placas desenhadas, cuja verdade é conhecida, cada uma lida sozinha como uma leitura registrada: desfoque "
        "gaussiano de 0,2 a 0,6 % (nítida), 1,0 a 1,6 % (suave) ou 2,0 a 2,8 % (desfocada) da largura da placa, ruído "
        "do sensor, e JPEG de qualidade 85 a 95 (leve), 50 a 70 (média) ou 20 a 35 (forte). Imagens reais diferem das "
        "desenhadas; qual linha mais se aproxima desta imagem é juízo do perito.",
        "no stored results": "Não existem resultados guardados para estes pesos (SHA-256 {sha256}).",
        "detail of plate": "{value} bordas íngremes na largura da placa, medidas na imagem",
        "outside classes": "A placa está fora das larguras que foram medidas; é mostrada a classe mais próxima.",
        "performance of single frames": "Os resultados são de quadros isolados; quanto uma sequência acrescenta não "
        "foi guardado.",
        "performance without enhancement": "Os resultados são de imagens sem realce.",
        "same results as above": "Os resultados para estes pesos e esta largura estão acima.",
        "rates explained": "Placa inteira: todos os caracteres certos, entre as placas que seguem a sintaxe. Entre as "
        "cinco primeiras: a placa verdadeira é uma das cinco mais prováveis. Entre colchetes, o intervalo de Wilson "
        "de 95 %. Detalhe: a mesma medida que para esta placa; 10 %, 50 % e 90 % das placas desenhadas mostram menos.",
        "reliability caption": "Confiabilidade nesta largura, todos os desfoques e compressões: quantas vezes o "
        "caractere mais provável estava certo em relação à probabilidade dita, com intervalos de 95 %. Na diagonal, "
        "ambas coincidem.",
        "reliability alt": "Diagrama dos caracteres certos em relação à probabilidade dita; o anexo report.json dá os "
        "mesmos valores.",
        "no confusions": "Nesta largura nenhum caractere foi lido por outro.",
        # Conclusion
        "opinion explained": "As partes 3 a 9 dizem o que foi feito e medido. Esta parte diz o que o perito conclui "
        "das duas leituras e pelo que responde.",
        "no conclusion": "Nenhuma conclusão foi registrada.",
        "none counts": "A última conclusão sobre esta placa foi retirada e nenhuma outra foi tirada desde então: "
        "nenhuma vale.",
        "nothing determined": "O perito nada determinou sobre esta placa.",
        "marks explained": "{certain} certo: o perito sustenta que a posição mostra este caractere. {probable} "
        "provável: é tido como mais provável que todos os outros, e outros permanecem possíveis. {undetermined} "
        "indeterminado: a posição não pode ser determinada; os caracteres nomeados são os que permanecem possíveis.",
        "limit likely": "Uma leitura da máquina nomeia textos que os pixels tornam prováveis para esta rede. Ela não "
        "diz que uma placa com este texto estava presente, nem que veículo a portava.",
        "limit one frame": "Um quadro foi lido. Outros quadros, outras imagens do mesmo veículo e as circunstâncias "
        "do caso não foram considerados pela máquina.",
        "limit track": "Os quadros de uma sequência foram gravados por uma câmera em poucos momentos: compartilham "
        "seu desfoque e sua compressão, e o que falta a todos falta também à sua fusão.",
        "limit pixels": "A placa cobre cerca de {width} × {height} pixels do quadro. O que desfoque, compressão, "
        "ruído ou falta de pixels removeram não pode ser recuperado, e caracteres semelhantes podem então ser "
        "trocados com alta probabilidade.",
        "limit always answers": "A rede sempre responde, também onde a área marcada não contém placa, ou contém uma "
        "placa de um tipo em que ela não foi treinada.",
        "limit syntax": "A sintaxe é uma suposição sobre a jurisdição. Onde ela estiver errada, vale a lista sem "
        "sintaxe.",
        "limit examiner": "Uma conclusão é a opinião de uma pessoa que viu ambas as leituras. Ela vale o que vale a "
        "formação dessa pessoa, e outra pessoa pode concluir de outro modo.",
        # Method
        "method evidence": "O arquivo do vestígio foi aberto somente para leitura e seus resumos criptográficos foram "
        "calculados. O quadro foi decodificado em pixels RGB, cujo resumo é dado com o quadro.",
        "method enhancing": "Os passos da receita foram aplicados ao quadro inteiro, um após o outro, cada um a pixels "
        "RGB de 8 bits com valores intermediários calculados em ponto flutuante. O resultado de cada passo depende "
        "apenas de sua entrada e de seus parâmetros; nenhum passo acrescenta algo aprendido de outras imagens.",
        "method rectifying": "Os quatro cantos dados com a placa foram marcados no quadro. Um mapeamento projetivo "
        "desses cantos deu a placa vista de frente, {size}, que foi convertida em tons de cinza (pesos de luma da "
        "ITU-R BT.601). Onde isto é maior que a placa no quadro, valores entre pixels são interpolados; isso não "
        "acrescenta informação.",
        "no enhancement": "Nenhum realce foi aplicado.",
        "method network": "Uma rede neural, {network}, leu esta imagem da placa e nada mais. Para cada uma de {slots} "
        "posições de caractere ela deu uma probabilidade a cada uma de {classes} classes.",
        "method ranking": "Os textos de placa foram ordenados pelo produto das probabilidades de suas posições, o que "
        "toma as posições como independentes. A ordenação é exata: nenhum texto melhor foi omitido. Com sintaxe, "
        "contam só os textos que seguem o formato suposto, e as probabilidades são partes entre eles; sem sintaxe, "
        "todo texto conta.",
        "method track": "Os cantos foram seguidos a partir dos quadros marcados ao longo do vídeo por registro dos "
        "níveis de cinza. Cada quadro foi lido sozinho, e as log-probabilidades dos quadros foram somadas, ponderadas "
        "por quão certo e quão semelhante à placa marcada é cada um, e divididas por uma temperatura ajustada ao "
        "número de quadros.",
        "method corner test": "No teste dos cantos, cada canto sozinho foi deslocado de um pixel em quatro direções e "
        "a placa foi lida de novo com os mesmos pesos.",
        "method case": "Cada ato foi registrado em um registro de auditoria cujas entradas trazem, cada uma, o hash "
        "da anterior. A leitura da máquina não é mostrada antes que o perito tenha lacrado uma leitura própria ou "
        "pedido para ver sem cegamento. Leituras registradas podem ser repetidas a partir do vestígio "
        "com o comando “verify”.",
        "no deviations": "Nenhum desvio foi registrado.",
        "deviation unblinded": "Placa {plate}: a leitura da máquina foi mostrada sem uma leitura própria lacrada.",
        "deviation changed": "Placa {plate}: a leitura própria foi alterada depois de mostrada a da máquina, {count} "
        "vez(es).",
        "deviation withdrawn": "Placa {plate}: conclusões retiradas: {count}.",
        "deviation version": "A leitura {reading} foi feita com outra versão do programa que a deste laudo ({now}).",
        "self-test not made": "O autoteste não foi feito: {why}",
        "self-test result": "Antes de composto este laudo, o programa leu seu caso de amostra, cuja verdade é "
        "conhecida, com os pesos {weights}: {passed} de {total} verificações foram aprovadas.",
        "head explained": "Cada entrada traz o hash da anterior, de modo que este hash responde por todas: um arquivo "
        "de caso com outra história não pode mostrá-lo com este número de entradas.",
        "recorded in English": "Textos que o programa registra são registrados em inglês; onde não há tradução, são "
        "citados como foram registrados.",
        "attachments": "Anexos deste documento: {names}.",
        "signed by": "Este documento é assinado eletronicamente (PAdES B-B) com o certificado de {signer}. A hora da "
        "assinatura não é atestada por uma autoridade de carimbo do tempo.",
        "not signed": "Este documento não é assinado eletronicamente.",
    }
)
