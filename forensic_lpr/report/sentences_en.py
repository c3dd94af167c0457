"""The sentences of a report in English."""

from types import MappingProxyType

SENTENCES = MappingProxyType(
    {
        # Question and evidence
        "left out": "plate {plates}; the case holds more than this report tells",
        "no question": "No question was recorded.",
        "no context": "No context was recorded.",
        "context since": "As recorded when the case was made, {when}.",
        "context changed": "As recorded when the facts of the case were last changed, {when}; what they were before "
        "stands in the audit log.",
        "no evidence": "No evidence was recorded.",
        "evidence read only": "Every file was opened for reading only and never written. The digests of acquisition "
        "were compared with those of the file as it lay there when this report was made.",
        "digests agree": "The digests agree: the file is the one that was acquired.",
        "digests differ": "The digests differ: the file is not the one that was acquired.",
        "escapes": "Characters that cannot be seen or that the typefaces of this report do not hold are written as "
        "‹U+…› with their Unicode number; the attached {attached} holds them unchanged.",
        "not decoded": "the clip was not decoded whole; damage was not looked for",
        "nothing damaged": "the whole clip was decoded; nothing is missing or damaged as far as can be told",
        # Frames and corners
        "no plate marked": "No plate was marked.",
        "marked only": "No machine reading was recorded; the frame is shown as the plate is marked in it.",
        "same frame": "The frame, the corners and the plate from the front are those shown for reading {reading}.",
        "the still itself": "the still picture itself; it has no time",
        "scene clock set": "the examiner read {shown} off frame {frame}; the times of all frames follow from it",
        "scene clock told": "{here}; the examiner read {shown} off frame {frame}",
        "frame caption": "The whole frame. The yellow and black line runs outside the marked corners and covers none "
        "of the plate.",
        "frame located": "The upright rectangle only shows where to look.",
        "frame reduced": "Reduced for the page from {whole} to {shown}.",
        "frame alt": "The frame with the marked plate round x {x}, y {y} of {width} by {height} pixels.",
        "crop caption": "From the frame: columns {left} to {right}, rows {top} to {bottom}, {size}.",
        "crop alt": "The plate and its surroundings as the frame shows it.",
        "strip": "The plate in every frame of the track as the frame holds it, each pixel repeated, nothing "
        "interpolated.",
        "strip alt": "The plate and its surroundings in frame {index}.",
        "never switched": "The examiner took no frame out of the fused reading.",
        "rectified caption": "Rectified, as the network saw it: {size}, grey.",
        "enhanced caption": "Enhanced and rectified, as the network saw it: {size}, grey.",
        "rectified alt": "The rectified plate as the network saw it.",
        "original caption": "For comparison: the original, rectified alike.",
        "original alt": "The rectified plate of the original without enhancement.",
        "not enlarged": "Not enlarged.",
        "enlarged": "Enlarged {factor} times by repeating pixels, without interpolation.",
        "corner test explained": "A hand is not exact to the pixel. In the corner test each corner alone is moved by "
        "one pixel to the left, to the right, up and down, and the plate is read again. Where the plate or its "
        "probability moves with a pixel, the reading is no more certain than the corners are.",
        "corner test not made": "The corner test was not made: {why}",
        "no corner test without reading": "No machine reading was recorded, so there was no corner test.",
        "marking moved since": "The marking was moved after this reading was recorded; the corners here are those "
        "that were read.",
        # Recipe
        "no reading so no recipe": "No enhancement was recorded.",
        "looked at explained": "The steps through which an exhibit was looked at last. The machine read them only "
        "where a reading above says so; every change of them stands in the audit log.",
        "the original": "The original, without enhancement.",
        "after steps": "The frame after {count}, in this order; the file itself is unchanged.",
        "step in words": "{does} {cannot} Parameters: {parameters}. Reference: {reference}.",
        # Blind reading
        "blind explained": "The examiner’s own reading, sealed before the machine’s was shown. A character stands for "
        "itself, ? for what cannot be told, and brackets hold the alternatives of one slot, the likeliest first.",
        "no blind reading": "No blind reading was recorded.",
        "second explained": "The second reading was sealed under another name, by a person to whom the program had "
        "shown no reading of this plate.",
        "taken in": "It was sealed in a blind copy of the case, a file that holds no other reading, and taken in as it "
        "was sealed. The audit log of the copy then ended with {head}.",
        "never changed": "It was not changed after the machine’s reading was shown.",
        "unblinded": "The machine’s reading was asked for without an own reading, {when}. What the examiner holds of "
        "this plate was formed in knowledge of it.",
        "reason given": "Reason given: {reason}",
        # Machine reading
        "no machine reading": "No machine reading was recorded.",
        "order blind": "No: the own reading was sealed first.",
        "order unblinded": "UNBLINDED: there was no sealed own reading.",
        "shown at": "First shown {when}.",
        "not shown": "It was not shown.",
        "ranked, not identified": "These are ranked candidates, not an identification of a vehicle.",
        "further down": "A candidate further down the list can be the true plate, and the true plate can be missing "
        "from the list.",
        "probabilities raw": "The probabilities are the network’s own: they have not been calibrated, that is, not "
        "compared with how often such readings are right, and must not be taken as the probability that the plate is "
        "the one named.",
        "probabilities of enhanced": "The plate was read from an enhanced picture. The calibration was measured on "
        "pictures without enhancement, so these probabilities are not calibrated and must not be taken as the "
        "probability that the plate is the one named; the plates that the original gives with the same corners stand "
        "beside them.",
        "probabilities calibrated": "The probabilities of the characters are calibrated: they were fitted, by plate "
        "width, to how often such readings of drawn plates are right. The last row names, slot by slot, the "
        "characters that cannot be ruled out; on such plates the true one is among them in 95 of 100 slots. What lies "
        "outside the drawn degradations is not covered by that.",
        "probabilities of track": "The probabilities of the characters are calibrated: they were fitted, by plate "
        "width and by the number of frames, to how often such readings of drawn plates are right. What lies outside "
        "the drawn degradations is not covered by that.",
        "no warnings": "None: the automatic checks raised no warning.",
        "chart caption": "The likeliest characters of every slot, from the pixels alone, as in the table below.",
        "chart pad": "{pad} stands for no character.",
        "chart alt": "Bar chart of the likeliest characters per slot; the table below gives the same figures.",
        "sets explained": "A slot whose set holds several characters cannot be determined from the pixels alone.",
        "no sets": "No sets of characters that cannot be ruled out are given, since the probabilities are not "
        "calibrated.",
        "no sets for track": "Sets of characters that cannot be ruled out were measured for single frames and are not "
        "given for a track.",
        "product rule": "product of the frames’ probabilities, weighted by share, temperature {temperature}",
        "stable": "the likeliest plate stays the same whichever frame is left out",
        "not stable": "NOT STABLE: the likeliest plate changes when a single frame is left out",
        "any syntax": "The plate was assumed to follow the syntax of any plate format that the program knows (auto).",
        "one syntax": "The plate was assumed to follow the syntax of the plate format {name}.",
        "first follows": "The first of the list follows {name}.",
        "original gives": "With the same corners the original, following the syntax, gives {plates}.",
        "first of list": "The first {count} of each list; the attached report.json holds all that were recorded.",
        "no plates": "No plate text follows the syntax that was assumed.",
        # Performance
        "performance explained": "How often readings in such conditions were right was measured with these weights on "
        "drawn plates whose truth is known, each read alone as a recorded reading is: a Gaussian blur of 0.2 to 0.6 % "
        "(sharp), 1.0 to 1.6 % (soft) or 2.0 to 2.8 % (blurred) of the plate’s width, sensor noise, and JPEG of "
        "quality 85 to 95 (light), 50 to 70 (medium) or 20 to 35 (strong). Real pictures differ from drawn ones; "
        "which row comes nearest to this picture is the examiner’s judgement.",
        "no stored results": "No stored results exist for these weights (SHA-256 {sha256}).",
        "detail of plate": "{value} steep edges over the plate’s width, measured in the picture",
        "outside classes": "The plate lies outside the widths that were measured; the nearest class is shown.",
        "performance of single frames": "The results are those of single frames; how much a track adds was not stored.",
        "performance without enhancement": "The results are those of pictures without enhancement.",
        "same results as above": "The results for these weights and this width stand above.",
        "rates explained": "Whole plate: every character right, among plates that follow the syntax. Among first "
        "five: the true plate is one of the five likeliest. In brackets the 95 % Wilson interval. Detail: the same "
        "measure as for this plate; 10 %, 50 % and 90 % of the drawn plates show less.",
        "reliability caption": "Reliability at this width, all blurs and compressions: how often the likeliest "
        "character was right against the probability said, with 95 % intervals. On the diagonal both agree.",
        "reliability alt": "Diagram of characters right against the probability said; the attached report.json gives "
        "the same figures.",
        "no confusions": "At this width no character was read for another.",
        # Conclusion
        "opinion explained": "Parts 3 to 9 tell what was done and measured. This part tells what the examiner "
        "concludes from both readings and answers for.",
        "no conclusion": "No conclusion was recorded.",
        "none counts": "The last conclusion on this plate was withdrawn and none was drawn since: none counts.",
        "nothing determined": "The examiner determined nothing of this plate.",
        "marks explained": "{certain} certain: the examiner holds that the slot shows this character. {probable} "
        "probable: it is held likelier than all others, and others remain possible. {undetermined} undetermined: the "
        "slot cannot be determined; characters named are those that remain possible.",
        "limit likely": "A machine reading names texts that the pixels make likely for this network. It does not say "
        "that a plate with this text was present, nor which vehicle carried it.",
        "limit one frame": "One frame was read. Other frames, other pictures of the same vehicle and the "
        "circumstances of the case were not considered by the machine.",
        "limit track": "The frames of a track were recorded by one camera within moments: they share its blur and its "
        "compression, and what all of them lack, their fusion lacks too.",
        "limit pixels": "The plate covers about {width} × {height} pixels of the frame. What blur, compression, noise "
        "or lack of pixels has removed cannot be recovered, and similar characters can then be exchanged with high "
        "probability.",
        "limit always answers": "The network always answers, also where the marked area holds no plate, or a plate of "
        "a kind that it was not trained on.",
        "limit syntax": "The syntax is an assumption about the jurisdiction. Where it is wrong, the list without "
        "syntax counts.",
        "limit examiner": "A conclusion is the opinion of a person who saw both readings. It is as good as that "
        "person’s training, and another person may conclude otherwise.",
        # Method
        "method evidence": "The evidence file was opened for reading only and its digests were computed. The frame "
        "was decoded to RGB pixels, whose digest is given with the frame.",
        "method enhancing": "The steps of the recipe were applied to the whole frame one after the other, each to "
        "8-bit RGB pixels with values between computed as floating-point numbers. Each step’s result depends on its "
        "input and its parameters alone; no step adds anything that it has learned from other pictures.",
        "method rectifying": "The four corners given with the plate were marked on the frame. A projective mapping of "
        "these corners gave the plate as seen from the front, {size}, which was turned to grey (luma weights of ITU-R "
        "BT.601). Where this is larger than the plate in the frame, values between pixels are interpolated; that adds "
        "no information.",
        "no enhancement": "No enhancement was applied.",
        "method network": "A neural network, {network}, read this plate image and nothing else. For each of {slots} "
        "slots (character positions) it gave a probability to each of {classes} classes.",
        "method ranking": "Plate texts were ranked by the product of their slots’ probabilities, which takes the "
        "slots as independent. The ranking is exact: no better text was left out. With syntax, only texts that follow "
        "the assumed format count and probabilities are shares among those; without syntax, every text counts.",
        "method track": "The corners were followed from the marked frames over the clip by registration of the grey "
        "levels. Every frame was read alone, and the frames’ log-probabilities were added, weighted by how sure and "
        "how like the marked plate each is, and divided by a temperature that was fitted to the number of frames.",
        "method corner test": "For the corner test each corner alone was moved by one pixel in four directions and "
        "the plate was read again with the same weights.",
        "method case": "Every act was recorded in an audit log whose entries each carry the hash of the one before. "
        "The machine’s reading is not shown before the examiner has sealed an own reading or asked to be unblinded. "
        "Recorded readings can be repeated from the evidence with the command “verify”.",
        "no deviations": "No deviations were recorded.",
        "deviation unblinded": "Plate {plate}: the machine’s reading was shown without a sealed own reading.",
        "deviation changed": "Plate {plate}: the own reading was changed after the machine’s was shown, {count} times.",
        "deviation withdrawn": "Plate {plate}: conclusions withdrawn: {count}.",
        "deviation version": "Reading {reading} was made with another program version than this report ({now}).",
        "self-test not made": "The self-test was not made: {why}",
        "self-test result": "Before this report was typeset the program read its sample case, whose truth is known, "
        "with the weights {weights}: {passed} of {total} checks passed.",
        "head explained": "Each entry carries the hash of the one before, so this hash stands for all of them: a case "
        "file with another history cannot show it at this number of entries.",
        "recorded in English": "Texts that the program records are recorded in English.",
        "attachments": "Attached to this document: {names}.",
        "signed by": "This document is signed electronically (PAdES B-B) with the certificate of {signer}. The time "
        "of signing is not attested by a time-stamp authority.",
        "not signed": "This document is not signed electronically.",
    }
)
