"""Recorded English texts with their Portuguese: whole ones, and sentences by their form; cards stand apart."""

TEXTS: dict[str, str] = {
    # Names of facts
    "Format": "Formato",
    "Pixels": "Pixels",
    "Size as stored": "Tamanho como gravado",
    "Orientation": "Orientação",
    "Brightness": "Brilho",
    "Transparency": "Transparência",
    "Colour profile": "Perfil de cores",
    "Pictures in the file": "Imagens no arquivo",
    "Remark of the decoder": "Observação do decodificador",
    "Decoder": "Decodificador",
    "Container": "Contêiner",
    "Profile": "Perfil",
    "Pixel format": "Formato de pixel",
    "Colour matrix": "Matriz de cores",
    "Colour range": "Faixa de cores",
    "Average frame rate": "Taxa média de quadros",
    "Time base": "Base de tempo",
    "Fields": "Campos",
    "Pixel shape": "Forma do pixel",
    "Turn": "Rotação",
    "Video streams": "Fluxos de vídeo",
    "Duration": "Duração",
    "File name": "Nome do arquivo",
    "Name": "Nome",
    "Network": "Rede",
    "Characters": "Caracteres",
    "Slots": "Posições",
    "Plate image": "Imagem da placa",
    "Training data": "Dados de treinamento",
    "Training samples": "Amostras de treinamento",
    "Trained": "Treinado",
    "Calibration": "Calibração",
    "Platform": "Plataforma",
    "Packages": "Pacotes",
    "Machine": "Máquina",
    "Processor": "Processador",
    "Energy score, pictures (bicubic reduction)": "Escore de energia, imagens (redução bicúbica)",
    "Energy score, readings (bicubic reduction)": "Escore de energia, leituras (redução bicúbica)",
    "Told from recorded plates by a small network (bicubic reduction)": (
        "Distinguidas das gravadas por uma rede pequena (redução bicúbica)"
    ),
    # Values
    "none": "não há",
    "not stated": "não informado",
    "not stated, taken as square": "não informada, tomada como quadrada",
    "square": "quadrada",
    "progressive": "progressivo",
    "interlaced, top field first": "entrelaçado, campo superior primeiro",
    "interlaced, bottom field first": "entrelaçado, campo inferior primeiro",
    "present, dropped": "presente, descartada",
    "embedded, not applied": "incorporado, não aplicado",
    "1: upright as stored": "1: em pé, como gravada",
    "limited (16 to 235)": "limitada (16 a 235)",
    "full (0 to 255)": "completa (0 a 255)",
    "RGB, none needed": "RGB, nenhuma necessária",
    "90° clockwise, applied": "90° no sentido horário, aplicada",
    "180°, applied": "180°, aplicada",
    "90° counter-clockwise, applied": "90° no sentido anti-horário, aplicada",
    "mirrored left to right, applied": "espelhada da esquerda para a direita, aplicada",
    "mirrored top to bottom, applied": "espelhada de cima para baixo, aplicada",
    "mirrored over the main diagonal, applied": "espelhada na diagonal principal, aplicada",
    "mirrored over the other diagonal, applied": "espelhada na outra diagonal, aplicada",
    "interlaced": "entrelaçado",
    "interlaced, top coded first, bottom shown first": "entrelaçado, campo superior codificado primeiro, inferior "
    "mostrado primeiro",
    "interlaced, bottom coded first, top shown first": "entrelaçado, campo inferior codificado primeiro, superior "
    "mostrado primeiro",
    "narrow": "estreitas",
    "native": "original",
    "wide": "largas",
    "a coding for which there is no decoder": "uma codificação para a qual não há decodificador",
    "not stated, taken as limited (16 to 235)": "não informada, tomada como limitada (16 a 235)",
    # Warnings
    "The marked area has almost no contrast; it may hold no plate.": "A área marcada quase não tem contraste; pode não "
    "conter placa.",
    "The marked area does not look like a plate; readings of it mean nothing.": "A área marcada não parece uma placa; "
    "leituras dela nada significam.",
    "The corners seem to lie beside the plate, or far too wide or narrow; check them.": "Os cantos parecem estar ao "
    "lado da placa, ou largos ou estreitos demais; verifique-os.",
    "The plate looks mirrored; a picture taken through a mirror must be turned over.": "A placa parece espelhada; uma "
    "imagem feita por um espelho precisa ser invertida.",
    "The plate looks upside down; turn the corners by two quarters.": "A placa parece de cabeça para baixo; gire os "
    "cantos em dois quartos.",
    "bright": "clara",
    "dark": "escura",
    # Integrity of clips
    "Reading was given up before the end of the file.": "A leitura foi abandonada antes do fim do arquivo.",
    "The container stores no presentation times: times can be off by some frames, the order of the frames is right.": (
        "O contêiner não guarda tempos de apresentação: os tempos podem estar deslocados em alguns quadros; a ordem "
        "dos quadros está certa."
    ),
    # Ends of tracks
    "The clip begins here.": "O vídeo começa aqui.",
    "The clip ends here.": "O vídeo termina aqui.",
    "It was asked to begin here.": "Pediu-se que começasse aqui.",
    "It was asked to end here.": "Pediu-se que terminasse aqui.",
    "The plate leaves the picture.": "A placa sai da imagem.",
    "The plate is hidden from here to the last frame that was looked at.": "A placa está oculta daqui até o último "
    "quadro examinado.",
    # Self-test
    "the same to the bit": "idêntica até o último bit",
    "another result": "outro resultado",
}
"""Whole texts, also those that stand within a sentence."""

SENTENCES: tuple[tuple[str, str], ...] = (
    (
        r"The plate is only (\d+) pixels wide; few characters can be told apart at that size\.",
        "A placa tem apenas {0} pixels de largura; poucos caracteres podem ser distinguidos nesse tamanho.",
    ),
    (r"The plate is only (\d+) pixels high\.", "A placa tem apenas {0} pixels de altura."),
    (
        r"(\d+)% of the plate is too (bright|dark) to hold any detail\.",
        "{0}\u00a0% da placa está {1} demais para conter detalhe.",
    ),
    (
        r"(\d+)% of the band that holds the characters is made of even blocks: compression has skipped or flattened "
        r"parts of the plate\.",
        "{0}\u00a0% da faixa que contém os caracteres é feita de blocos uniformes: a compressão omitiu ou achatou "
        "partes da placa.",
    ),
    (
        r"The marked area is ([\d.]+) times as wide as high, unlike a plate; check the corners\.",
        "A largura da área marcada é {0} vezes a altura, o que não é próprio de uma placa; verifique os cantos.",
    ),
    (
        r"The picture was enhanced \((\d+) steps?\); probabilities are calibrated for originals only\.",
        "A imagem foi realçada (passos: {0}); as probabilidades só são calibradas para originais.",
    ),
    (
        r"Enhancement changed the likeliest plate: (\w+) \((\d+)%\) in the original, (\w+) \((\d+)%\) enhanced; "
        r"neither may be taken alone\.",
        "O realce mudou a placa mais provável: {0} ({1}\u00a0%) no original, {2} ({3}\u00a0%) com realce; nenhuma "
        "das duas pode ser tomada sozinha.",
    ),
    (r"(\d+) more in the record of the clip\.", "Mais {0} no registro do vídeo."),
    (
        r"Frame (\d+) is damaged or built on a damaged one, so parts of it can be wrong: (.*)",
        "O quadro {0} está danificado ou se apoia em um danificado; partes dele podem estar erradas: {1}",
    ),
    (
        r"The plate is lost: in (\d+) frames in a row nothing looked like it \(likeness at best ([\d.]+), needed "
        r"([\d.]+)\)\.",
        "A placa se perdeu: em {0} quadros seguidos nada se parecia com ela (semelhança máxima {1}, necessária {2}).",
    ),
    (r"The plate gets too small: (\d+) pixels wide\.", "A placa fica pequena demais: {0} pixels de largura."),
    (r"(.+), frame (\d+), repeated", "{0}, quadro {1}, repetido"),
    (r"(.+\.\w+), frame (\d+)", "{0}, quadro {1}"),
    (r"(\w+) \(([\w-]*), ([\d.]+) %\), truth (\w+)", "{0} ({1}, {2} %), verdade {3}"),
    (r"([\d.]+) a second \((.+)\)", "{0} por segundo ({1})"),
    (r"([\d.]+) s", "{0} s"),
    (r"(\w+), (\d+) bits a channel", "{0}, {1} bits por canal"),
    (r"(\d+) bits scaled to 8", "{0} bits reduzidos a 8"),
    (r"(\d+), the first is read", "{0}, a primeira é lida"),
    (r"not stated, (.+) assumed", "não informada, {0} suposta"),
    (
        r"(.+) is interlaced: each picture weaves two fields taken one after the other\.",
        "{0} é entrelaçado: cada imagem entrelaça dois campos tomados um após o outro.",
    ),
    (r"([\d-]+) with program version (.+)", "{0} com a versão {1} do programa"),
    # What the eye must know
    (r"(\d+), number (\d+) is read; not read: (.+)", "{0}, o número {1} é lido; não lidos: {2}"),
    (r"number (\d+): ([^;]+)", "número {0}: {1}"),
    (r"number (\d+): ([^;]+); (.+)", "número {0}: {1}; {2}"),
    (
        r"(.+); each field shown alone, the top one first",
        "{0}; cada campo mostrado sozinho, primeiro o superior",
    ),
    (
        r"(.+); each field shown alone, the bottom one first",
        "{0}; cada campo mostrado sozinho, primeiro o inferior",
    ),
    (
        r"(.+) is shown field by field, the top one first: the lines of the other field are the mean of "
        r"those above and below\. Numbers count fields; probabilities were calibrated on whole pictures\.",
        "{0} é mostrado campo a campo, primeiro o superior: as linhas do outro campo são a média das de cima e de "
        "baixo. Os números contam campos; as probabilidades foram calibradas em imagens inteiras.",
    ),
    (
        r"(.+) is shown field by field, the bottom one first: the lines of the other field are the mean of "
        r"those above and below\. Numbers count fields; probabilities were calibrated on whole pictures\.",
        "{0} é mostrado campo a campo, primeiro o inferior: as linhas do outro campo são a média das de cima e de "
        "baixo. Os números contam campos; as probabilidades foram calibradas em imagens inteiras.",
    ),
    (r"(.+); both fields woven in one picture", "{0}; os dois campos entrelaçados em uma imagem"),
    (
        r"(.+) as the container tells, first frame coded progressive",
        "{0}, segundo o contêiner; primeiro quadro codificado como progressivo",
    ),
    (
        r"(\d+:\d+), kept as stored; with square pixels the picture would be (.+)",
        "{0}, mantida como gravada; com pixels quadrados a imagem teria {1}",
    ),
    (r"file name says (\S+), content is (.+)", "o nome do arquivo diz {0}, o conteúdo é {1}"),
    (
        r"(.+) holds (\d+) video streams; number (\d+) is shown\.",
        "{0} contém {1} fluxos de vídeo; é mostrado o número {2}.",
    ),
    (
        r"The pixels of (.+) are not square \((\d+:\d+)\): they are shown as stored, so shapes look ([\d.]+) times too "
        r"(narrow|wide)\.",
        "Os pixels de {0} não são quadrados ({1}): são mostrados como gravados; as formas parecem {2} vezes mais {3} "
        "do que são.",
    ),
    # Integrity of clips
    (
        r"(\d+) packets? marked as corrupt by the container\.",
        "{0} pacote(s) marcado(s) como corrompido(s) pelo contêiner.",
    ),
    (
        r"(\d+) frames? marked as corrupt by the decoder\.",
        "{0} quadro(s) marcado(s) como corrompido(s) pelo decodificador.",
    ),
    (r"(\d+) packets? without content\.", "{0} pacote(s) sem conteúdo."),
    (r"(\d+) packets? could not be decoded: (.*)\.", "Não foi possível decodificar {0} pacote(s): {1}."),
    (r"Reading failed (\d+) times?: (.*)\.", "A leitura falhou {0} vez(es): {1}."),
    (
        r"The decoder reported (\d+) further kinds of lines\.",
        "O decodificador emitiu mais {0} tipos de mensagem.",
    ),
    (
        r"The decoder \(([^)]+)\) reported: (.*) \((\d+) times alike\)\.",
        "O decodificador ({0}) informou: {1} ({2} vezes de forma semelhante).",
    ),
    (r"The decoder \(([^)]+)\) reported: (.*)\.", "O decodificador ({0}) informou: {1}."),
    (
        r"A second pass decoded (\d+) frames, the first (\d+)\.",
        "Uma segunda passagem decodificou {0} quadros; a primeira, {1}.",
    ),
    (
        r"Damaged frames that decode differently from pass to pass, and can show parts of other frames: (\d+) "
        r"\(numbers ([^)]*)\)\.",
        "Quadros danificados que se decodificam de modo diferente a cada passagem e podem mostrar partes de outros "
        "quadros: {0} (números {1}).",
    ),
    (
        r"Time goes back between frames (\d+) and (\d+) \(at (-?[\d.]+) s\)\.",
        "O tempo volta atrás entre os quadros {0} e {1} (em {2} s).",
    ),
    (
        r"Gap of ([\d.]+) s between frames (\d+) and (\d+) \(at (-?[\d.]+) s\)\.",
        "Lacuna de {0} s entre os quadros {1} e {2} (em {3} s).",
    ),
    (
        r"Gap of ([\d.]+) s between frames (\d+) and (\d+) \(at (-?[\d.]+) s\): about (\d+) missing\.",
        "Lacuna de {0} s entre os quadros {1} e {2} (em {3} s): faltam cerca de {4}.",
    ),
    (r"(\d+) further gaps\.", "Mais {0} lacunas."),
    (r"(\d+) further places where time goes back\.", "Mais {0} lugares em que o tempo volta atrás."),
    (
        r"The container names (\d+) frames, (\d+) could be decoded\.",
        "O contêiner nomeia {0} quadros; {1} puderam ser decodificados.",
    ),
    (
        r"The container names a duration of ([\d.]+) s, the decoded frames end at ([\d.]+) s\.",
        "O contêiner nomeia uma duração de {0} s; os quadros decodificados terminam em {1} s.",
    ),
    (
        r"(\d+) of (\d+) frames carry no time stamp; their times follow the nominal frame rate\.",
        "{0} de {1} quadros não têm marca de tempo; seus tempos seguem a taxa nominal de quadros.",
    ),
    (
        r"(\d+) of (\d+) frames repeat the time stamp of another\.",
        "{0} de {1} quadros repetem a marca de tempo de outro.",
    ),
    (
        r"The size of the pictures changes within the clip: (.*)\.",
        "O tamanho das imagens muda dentro do vídeo: {0}.",
    ),
    (r"(\d+) of (\d+ × \d+)", "{0} de {1}"),
    (r"(\d+) of (\d+ × \d+), (.+)", "{0} de {1}, {2}"),
)
"""Sentences by their form, as (regular expression, Portuguese with the parts in their places)."""
