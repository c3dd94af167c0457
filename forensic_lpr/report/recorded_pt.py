"""Recorded English texts with their Portuguese: whole ones, and sentences by their form."""

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
    # Values
    "none": "nenhum",
    "not stated": "não informado",
    "not stated, taken as square": "não informada, tomada como quadrada",
    "square": "quadrada",
    "progressive": "progressivo",
    "interlaced, top field first": "entrelaçado, campo superior primeiro",
    "interlaced, bottom field first": "entrelaçado, campo inferior primeiro",
    "present, dropped": "presente, descartada",
    "embedded, not applied": "incorporado, não aplicado",
    "1: upright as stored": "1: em pé, como gravada",
    "not stated, taken as limited (16 to 235)": "não informada, tomada como limitada (16 a 235)",
    # Warnings
    "The marked area has almost no contrast; it may hold no plate.": "A área marcada quase não tem contraste; pode não "
    "conter placa.",
    "bright": "clara",
    "dark": "escura",
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
    # Enhancement
    "Levels": "Níveis",
    "Gamma": "Gama",
    "Stretch": "Expansão de contraste",
    "Unsharp mask": "Máscara de nitidez",
    "Deinterlace": "Desentrelaçamento",
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
        "{0}% da placa está {1} demais para conter detalhe.",
    ),
    (
        r"The marked area is ([\d.]+) times as wide as high, unlike a plate; check the corners\.",
        "A largura da área marcada é {0} vezes a altura, o que não é próprio de uma placa; verifique os cantos.",
    ),
    (
        r"The picture was enhanced in (\d+) steps? before it was read; the calibration was measured on pictures "
        r"without enhancement, so these probabilities are not calibrated\.",
        "A imagem foi realçada em {0} passo(s) antes de ser lida; a calibração foi medida em imagens sem realce; "
        "portanto estas probabilidades não estão calibradas.",
    ),
    (
        r"Enhancement changed the likeliest plate: the original gives (\w+) \((\d+)%\), the enhanced picture (\w+) "
        r"\((\d+)%\)\. Neither may be taken alone\.",
        "O realce mudou a placa mais provável: o original dá {0} ({1}%), a imagem realçada {2} ({3}%). Nenhuma das "
        "duas pode ser tomada sozinha.",
    ),
    (
        r"Frame (\d+) is damaged or built on a damaged one, so parts of it can be wrong: (.*)",
        "O quadro {0} está danificado ou se apoia em um danificado; partes dele podem estar erradas: {1}",
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
    (
        r"(\d+) x (\d+) pixels, grey, zero mean, unit variance per image",
        "{0} x {1} pixels, cinza, média zero, variância unitária por imagem",
    ),
    (
        r"Synthetic plates only, no photograph: formats (.+), seed (\d+), plate widths (\d+) to (\d+) pixels, program "
        r"version (.+)\.",
        "Somente placas sintéticas, nenhuma fotografia: formatos {0}, semente {1}, larguras de placa de {2} a {3} "
        "pixels, versão {4} do programa.",
    ),
    (
        r"synthetic plates, (\d+) to (\d+) pixels wide, disc defocus, speckle and WebP, none of them in training",
        "placas sintéticas, de {0} a {1} pixels de largura, desfoque de disco, granulado e WebP, nada disso no "
        "treinamento",
    ),
    (r"([\d-]+) with program version (.+)", "{0} com a versão {1} do programa"),
    (
        r"The container names (\d+) frames, (\d+) could be decoded\.",
        "O contêiner nomeia {0} quadros; {1} puderam ser decodificados.",
    ),
)
"""Sentences by their form, as (regular expression, Portuguese with the parts in their places)."""
