"""The enhancements in Portuguese: titles, what they do and cannot do, parameters, units and choices, as the catalogue
has them in English. A test holds this table to the catalogue."""

from types import MappingProxyType

WORDS = MappingProxyType(
    {
        # Titles
        "Levels": "Níveis",
        "Gamma": "Gama",
        "Contrast stretch": "Expansão de contraste",
        "Local contrast (CLAHE)": "Contraste local (CLAHE)",
        "White balance, grey world": "Balanço de branco, mundo cinza",
        "White balance, neutral point": "Balanço de branco, ponto neutro",
        "Channel": "Canal",
        "Denoise, bilateral": "Redução de ruído, bilateral",
        "Denoise, non-local means": "Redução de ruído, médias não locais",
        "Unsharp mask": "Máscara de nitidez",
        "Deblur motion (Wiener)": "Correção de borrão de movimento (Wiener)",
        "Deblur defocus (Wiener)": "Correção de desfoque (Wiener)",
        "Deblur motion (Richardson–Lucy)": "Correção de borrão de movimento (Richardson–Lucy)",
        "Deblur defocus (Richardson–Lucy)": "Correção de desfoque (Richardson–Lucy)",
        "Deinterlace": "Desentrelaçamento",
        # What they do
        "Spreads the grey levels between two limits over the whole range, evenly and alike in red, green "
        "and blue.": (
            "Espalha os níveis de cinza entre dois limites por toda a faixa, de modo uniforme e igual em "
            "vermelho, verde e azul."
        ),
        "Brightens or darkens the middle grey levels; black stays black and white stays white.": (
            "Clareia ou escurece os níveis médios de cinza; o preto continua preto e o branco continua "
            "branco."
        ),
        "Spreads the grey levels so that a small share of the pixels becomes black and another white; "
        "the limits are measured on the whole picture.": (
            "Espalha os níveis de cinza de modo que uma pequena parte dos pixels fique preta e outra, "
            "branca; os limites são medidos na imagem inteira."
        ),
        "Evens out the histogram of the brightness in each tile of the picture, within a limit, and "
        "blends the tiles.": (
            "Equaliza o histograma do brilho em cada bloco da imagem, dentro de um limite, e mescla os "
            "blocos."
        ),
        "Weighs red, green and blue so that the whole picture is grey on average, at most by eight times.": (
            "Pondera vermelho, verde e azul de modo que a imagem inteira seja cinza em média, no máximo oito "
            "vezes."
        ),
        "Weighs red, green and blue so that a chosen place becomes grey, at most by eight times.": (
            "Pondera vermelho, verde e azul de modo que um lugar escolhido fique cinza, no máximo oito vezes."
        ),
        "Shows one component of the colour as a grey picture: a character can stand out in one and not "
        "in another.": (
            "Mostra um componente da cor como imagem em cinza: um caractere pode se destacar em um e não em "
            "outro."
        ),
        "Takes the mean of neighbouring pixels of like colour: noise falls and strong edges stay.": (
            "Toma a média de pixels vizinhos de cor semelhante: o ruído diminui e as bordas fortes "
            "permanecem."
        ),
        "Takes the mean of pixels whose surroundings are alike, also from farther away: noise falls and "
        "texture stays.": (
            "Toma a média de pixels cujos arredores são semelhantes, também de mais longe: o ruído diminui e "
            "a textura permanece."
        ),
        "Adds to the brightness what differs from a smoothed copy: edges become steeper.": (
            "Soma ao brilho o que difere de uma cópia suavizada: as bordas ficam mais íngremes."
        ),
        "Undoes even movement along a line, as far as the noise allows, by the filter of least mean "
        "squared error.": (
            "Desfaz um movimento uniforme ao longo de uma reta, até onde o ruído permite, pelo filtro de "
            "menor erro quadrático médio."
        ),
        "Undoes the blur of a lens out of focus, as far as noise allows, by the filter of least mean "
        "squared error.": (
            "Desfaz o desfoque de uma lente fora de foco, até onde o ruído permite, pelo filtro de menor "
            "erro quadrático médio."
        ),
        "Seeks, step by step, the picture that even movement along a line would most likely have turned "
        "into this one.": (
            "Procura, passo a passo, a imagem que um movimento uniforme ao longo de uma reta mais "
            "provavelmente teria transformado nesta."
        ),
        "Seeks, step by step, the picture that a lens out of focus would most likely have turned into "
        "this one.": (
            "Procura, passo a passo, a imagem que uma lente fora de foco mais provavelmente teria "
            "transformado nesta."
        ),
        "Keeps the lines of one field and fills those of the other from their neighbours, so that what "
        "moved between the two fields is no longer combed.": (
            "Mantém as linhas de um campo e preenche as do outro a partir das vizinhas, de modo que o que se "
            "moveu entre os dois campos deixa de aparecer em pente."
        ),
        # What they cannot do
        "What lies beyond the limits becomes plain black or white. Steps between grey levels grow with "
        "the contrast.": (
            "O que está além dos limites fica totalmente preto ou branco. Os degraus entre níveis de cinza "
            "crescem com o contraste."
        ),
        "It shows what is in the shadows, noise as well.": (
            "Mostra o que está nas sombras, inclusive o ruído."
        ),
        "A bright lamp or a black frame in the picture decides the limits, not the plate.": (
            "Uma lâmpada clara ou uma moldura preta na imagem decide os limites, e não a placa."
        ),
        "It raises noise and compression blocks in even areas. Brightness can no longer be compared "
        "between places.": (
            "Acentua ruído e blocos de compressão em áreas uniformes. O brilho não pode mais ser comparado "
            "entre lugares."
        ),
        "Where one colour rules the picture, it is wrong. The colour of a plate cannot be judged after it.": (
            "Onde uma cor domina a imagem, está errado. A cor de uma placa não pode ser avaliada depois dele."
        ),
        "It is as right as the belief that this place is grey. An overexposed place tells nothing.": (
            "Está tão certo quanto a suposição de que esse lugar é cinza. Um lugar superexposto nada diz."
        ),
        "Recordings store Cb and Cr at half the resolution or less; edges there are no edges of "
        "characters.": (
            "Gravações guardam Cb e Cr com metade da resolução ou menos; bordas ali não são bordas de "
            "caracteres."
        ),
        "Faint strokes, as little different as the noise, are smoothed away. Even areas can become "
        "patches.": (
            "Traços fracos, tão pouco distintos quanto o ruído, são apagados. Áreas uniformes podem virar "
            "manchas."
        ),
        "It can make what is merely similar equal: a faint stroke may vanish or repeat its neighbour.": (
            "Pode tornar igual o que é apenas parecido: um traço fraco pode sumir ou repetir o vizinho."
        ),
        "It draws bright and dark rims along edges and raises noise. It undoes no blur.": (
            "Desenha contornos claros e escuros ao longo das bordas e acentua o ruído. Não desfaz borrão "
            "algum."
        ),
        "It is right only where the blur was just this and the same all over; else it draws ripples "
        "beside edges that can look like strokes. It gives back no detail that the blur or the "
        "compression has removed. Blur is undone in the stored grey levels, not in light.": (
            "Só está certo onde o borrão foi exatamente este e o mesmo em toda parte; senão desenha "
            "ondulações ao lado das bordas, que podem parecer traços. Não devolve detalhe que o borrão ou a "
            "compressão tenha removido. O borrão é desfeito nos níveis de cinza gravados, não na luz."
        ),
        "Half of the lines are gone; filled lines hold nothing new. Along edges it can take the wrong "
        "direction.": (
            "Metade das linhas se perde; as preenchidas nada trazem de novo. Ao longo das bordas pode tomar "
            "a direção errada."
        ),
        # Parameters
        "Black": "Preto",
        "White": "Branco",
        "Dark share": "Parte escura",
        "Bright share": "Parte clara",
        "Limit": "Limite",
        "Tiles": "Blocos",
        "Column": "Coluna",
        "Row": "Linha",
        "Radius": "Raio",
        "Reach": "Alcance",
        "Tolerance": "Tolerância",
        "Strength": "Intensidade",
        "Patch": "Retalho",
        "Search": "Busca",
        "Amount": "Quantidade",
        "Threshold": "Limiar",
        "Length": "Comprimento",
        "Angle": "Ângulo",
        "Noise": "Ruído",
        "Iterations": "Iterações",
        "Method": "Método",
        "Field": "Campo",
        # Units
        " grey levels": " níveis de cinza",
        " px": " px",
        " %": " %",
        "°": "°",
        "×": "×",
        # Choices
        "Red": "Vermelho",
        "Green": "Verde",
        "Blue": "Azul",
        "Luma (Y)": "Luma (Y)",
        "Blue difference (Cb)": "Diferença de azul (Cb)",
        "Red difference (Cr)": "Diferença de vermelho (Cr)",
        "Saturation": "Saturação",
        "Bob: lines repeated": "Bob: linhas repetidas",
        "Linear between lines": "Linear entre linhas",
        "Along edges": "Ao longo das bordas",
        "Weave: as it is": "Weave: como está",
        "Top": "Superior",
        "Bottom": "Inferior",
    }
)
