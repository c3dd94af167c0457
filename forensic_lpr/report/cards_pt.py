"""What model cards say, in Portuguese, by the form of the sentence; those of earlier weights stay, for old records."""

CARDS: tuple[tuple[str, str], ...] = (
    (
        r"(\d+) x (\d+) pixels, grey, zero mean, unit variance per image",
        "{0} x {1} pixels, cinza, média zero, variância unitária por imagem",
    ),
    (
        r"(Synthetic plates only, no photograph: .+?, program version \d+(?:\.\d+)+\.) (Began with .+)",
        "{0} {1}",
    ),
    (
        r"(\d+ own pictures .+\.) (Pictures of pair sets learnt .+)",
        "{0} {1}",
    ),
    (
        r"Pictures of pair sets learnt as own plates, too: (\d+) \(sets: (\d+)\)\.",
        "Imagens de conjuntos de pares aprendidas também como placas próprias: {0} (conjuntos: {1}).",
    ),
    (
        r"(\d+ own pictures .+ Began with the weights of SHA-256 \w+\.) (Of the weights learnt .+)",
        "{0} {1}",
    ),
    (
        r"Began with the weights of SHA-256 (\w+) \(([\d,]+) samples\)\. The weights are the mean of those before and "
        r"after the last ([\d,]+) samples\.",
        "Iniciado com os pesos de SHA-256 {0} ({1} amostras). Os pesos são a média dos de antes e depois das últimas "
        "{2} amostras.",
    ),
    (
        r"Began with the weights of SHA-256 (\w+) \(([\d,]+) samples\); ([\d,]+) samples with an earlier head for the "
        r"pattern and ([\d,]+) with today's; the last ([\d,]+) with a rate that fell faster than planned\.",
        "Iniciado com os pesos de SHA-256 {0} ({1} amostras); {2} amostras com uma saída anterior para o padrão e {3} "
        "com a de hoje; as últimas {4} com uma taxa que caiu mais rápido do que o planejado.",
    ),
    (
        r"Began with the weights of SHA-256 (\w+) \(([\d,]+) samples\); ([\d,]+) samples, then ([\d,]+) more with the "
        r"row of grey plates where photographs have it\. The weights lie (\d+) % of the way from those before\.",
        "Iniciado com os pesos de SHA-256 {0} ({1} amostras); {2} amostras, depois mais {3} com a linha das placas "
        "cinza onde as fotografias a têm. Os pesos ficam a {4}\u00a0% do caminho a partir dos anteriores.",
    ),
    (
        r"Began with the weights of SHA-256 (\w+) \(([\d,]+) samples\), with letters as wide as photographs show them: "
        r"([\d,]+) samples in batches of (\d+) and as many in batches of (\d+), the mean of both, then ([\d,]+) more "
        r"in batches of (\d+); the weights lie (\d+) % of the way from that mean\.",
        "Iniciado com os pesos de SHA-256 {0} ({1} amostras), com letras tão largas quanto as fotografias as mostram: "
        "{2} amostras em lotes de {3} e outras tantas em lotes de {4}, a média de ambas, depois mais {5} em lotes de "
        "{6}; os pesos ficam a {7}\u00a0% do caminho a partir dessa média.",
    ),
    (
        r"Began with the weights of SHA-256 (\w+) \(([\d,]+) samples\), with letters shaped as the mean of "
        r"photographed ones: ([\d,]+) samples in batches of (\d+)\.",
        "Iniciado com os pesos de SHA-256 {0} ({1} amostras), com letras da forma média das fotografadas: {2} "
        "amostras em lotes de {3}.",
    ),
    (
        r"Began with the weights of SHA-256 (\w+) \(([\d,]+) samples\), with letters shaped as the mean of "
        r"photographed ones: ([\d,]+) samples in batches of (\d+), seeds (\d+) to (\d+); the weights are the mean of "
        r"those before and after the last ([\d,]+)\.",
        "Iniciado com os pesos de SHA-256 {0} ({1} amostras), com letras da forma média das fotografadas: {2} "
        "amostras em lotes de {3}, sementes {4} a {5}; os pesos são a média dos de antes e depois das últimas {6}.",
    ),
    (
        r"native ([\d.]+) (% \(\d+/\d+\))" + 5 * r", (\d+) px ([\d.]+) (% \(\d+/\d+\))",
        "tamanho original {0} {1}, {2} px {3} {4}, {5} px {6} {7}, {8} px {9} {10}, {11} px {12} {13}, "
        "{14} px {15} {16}",
    ),
    (r"(\d+) and (\d+)", "{0} e {1}"),
    (r"Exact plate, (\d+) large Brazilian photographs", "Placa inteira, {0} fotografias brasileiras grandes"),
    (
        r"Exact plate, (\d+) enforcement-camera crops",
        "Placa inteira, {0} recortes de câmeras de fiscalização",
    ),
    (
        r"(\d+) own pictures of the set (.+) \(SHA-256 (\w+)\) and plates made of them, beside synthetic plates, which "
        r"are to be read as the weights before read them: formats (.+), seed (\d+), plate widths (\d+) to "
        r"(\d+) pixels, program version (\S+)\. Began with the weights of SHA-256 (\w+)\.",
        "{0} imagens próprias do conjunto {1} (SHA-256 {2}) e placas feitas delas, ao lado de placas sintéticas, que "
        "devem ser lidas como os pesos anteriores as leem: formatos {3}, semente {4}, larguras de placa de {5} a {6} "
        "pixels, versão {7} do programa. Iniciado com os pesos de SHA-256 {8}.",
    ),
    (
        r"(\d+) own pictures of the set (.+) \(SHA-256 (\w+)\) and plates made of them, beside synthetic plates, which "
        r"are to be read as the weights before read them: formats (.+), seed (\d+), plate widths (\d+) to "
        r"(\d+) pixels \((\d+) % drawn from (\d+) to (\d+)\), program version (\S+)\. Began with the weights of "
        r"SHA-256 (\w+)\.",
        "{0} imagens próprias do conjunto {1} (SHA-256 {2}) e placas feitas delas, ao lado de placas sintéticas, que "
        "devem ser lidas como os pesos anteriores as leem: formatos {3}, semente {4}, larguras de placa de {5} a {6} "
        "pixels ({7} % das desenhadas de {8} a {9}), versão {10} do programa. Iniciado com os pesos de SHA-256 {11}.",
    ),
    (
        r"Began with the weights of SHA-256 (\w+) \(([\d,]+) samples\), with plates as alike as photographed ones: "
        r"([\d,]+) samples in batches of (\d+)\.",
        "Iniciado com os pesos de SHA-256 {0} ({1} amostras), com placas tão parecidas entre si quanto as "
        "fotografadas: {2} amostras em lotes de {3}.",
    ),
    (
        r"Drawn plates only, no photograph: clips of cars that drive away, through H\.264, H\.265, MPEG-4 and MJPEG; "
        r"near frames from (\d+) pixels plate width, far frames of (\d+) to (\d+); formats (.+), seed (\d+), program "
        r"version (\S+)\. Made plates were held to be read as recorded ones by the weights of SHA-256 (\w+)\.",
        "Somente placas desenhadas, nenhuma fotografia: vídeos de carros que se afastam, por H.264, H.265, MPEG-4 e "
        "MJPEG; quadros próximos a partir de {0} pixels de largura da placa, distantes de {1} a {2}; formatos {3}, "
        "semente {4}, versão {5} do programa. As placas geradas foram levadas a ser lidas como as gravadas pelos "
        "pesos de SHA-256 {6}.",
    ),
    (
        r"Began with the weights of SHA-256 (\w+)\.",
        "Iniciado com os pesos de SHA-256 {0}.",
    ),
    (
        r"Of the weights learnt (\d+) % are kept, of those before the rest\.",
        "Dos pesos aprendidos mantêm-se {0}\u00a0%, dos anteriores o resto.",
    ),
    (
        r"Learnt also what the weights of SHA-256 (\w+) read\.",
        "Aprendeu também o que leem os pesos de SHA-256 {0}.",
    ),
    (
        r"Synthetic plates only, no photograph: formats (.+), seed (\d+), plate widths (\d+) to (\d+) "
        r"pixels \((\d+) % drawn from (\d+) to (\d+)\), program version (.+)\.",
        "Somente placas sintéticas, nenhuma fotografia: formatos {0}, semente {1}, larguras de placa de {2} a {3} "
        "pixels ({4} % desenhadas de {5} a {6}), versão {7} do programa.",
    ),
    (
        r"Synthetic plates only, no photograph: formats (.+), seed (\d+), plate widths (\d+) to (\d+) "
        r"pixels, program version (.+)\.",
        "Somente placas sintéticas, nenhuma fotografia: formatos {0}, semente {1}, larguras de placa de {2} a {3} "
        "pixels, versão {4} do programa.",
    ),
    (
        r"Synthetic plates only, no photograph: formats (.+), seeds (\d+) and (\d+), plate widths (\d+) to (\d+) "
        r"pixels, program version (.+)\.",
        "Somente placas sintéticas, nenhuma fotografia: formatos {0}, sementes {1} e {2}, larguras de placa de {3} a "
        "{4} pixels, versão {5} do programa.",
    ),
    (
        r"synthetic plates, (\d+) to (\d+) pixels wide, disc defocus, speckle and WebP, none of them in training",
        "placas sintéticas, de {0} a {1} pixels de largura, desfoque de disco, granulado e WebP, nada disso no "
        "treinamento",
    ),
    (
        r"synthetic plates, (\d+) to (\d+) pixels wide, disc defocus, speckle and WebP, none of them in training; "
        r"a quarter made smaller",
        "placas sintéticas, de {0} a {1} pixels de largura, desfoque de disco, granulado e WebP, nada disso no "
        "treinamento; um quarto delas reduzido",
    ),
)
