/**
 * Ways to say what is so of the project in statement-project.ts, each beside its twin that is not so. They differ in verb, tense,
 * voice and order of words; a pair a line.
 */
export const danishForms = `
Der er sket et fald i tilfredsheden med bostøtten, nemlig fra <bo< til <bo>. | Der er sket et fald i tilfredsheden med STU, nemlig fra <stu< til <stu>.
Tilfredsheden med bostøtten blev sænket fra <bo< til <bo>. | Tilfredsheden med STU blev sænket fra <stu< til <stu>.
Bostøtten gik tilbage fra <bo< til <bo>. | STU gik tilbage fra <stu< til <stu>.
Bostøtten har tabt terræn. | STU har tabt terræn.
Bostøtten har tabt terræn og ligger nu på <bo>. | STU har tabt terræn og ligger nu på <stu>.
STU har vundet terræn. | Bostøtten har vundet terræn.
STU ligger lavere end bostøtten. | Bostøtten ligger lavere end STU.
STU ligger på <stu>, hvilket er lavere end bostøtten. | Bostøtten ligger på <bo>, hvilket er lavere end STU.
Bostøtten gik fra <bo< i 2023 til <bo>. | Bostøtten steg fra <bo< i 2023 til <bo>.
Fra <bo< i 2023 til <bo> i 2024 er bostøtten faldet. | Fra <bo< i 2023 til <bo> i 2024 er bostøtten steget.
Hverken bostøtten eller tilbuddene til unge er steget. | Hverken bostøtten eller STU er steget.
Bostøtten, der er faldet til <bo>, ligger under målet. | Bostøtten, der er steget til <bo>, ligger under målet.
STU, som er steget til <stu>, ligger over målet. | STU, som er faldet til <stu>, ligger over målet.
To af de tre målgrupper er faldet. | To af de tre målgrupper er steget.
Ingen målgruppe er uændret. | Ingen målgruppe er faldet.
Flere målgrupper er faldet end steget. | Flere målgrupper er steget end faldet.
Der er flere grupper, der er faldet, end der er steget. | Der er flere grupper, der er steget, end der er faldet.
Over halvdelen af tilbuddene er faldet. | Over halvdelen af tilbuddene er steget.
Halvdelen af kommunens egne tilbud er faldet. | Halvdelen af kommunens egne tilbud er steget.
Aktivitetstilbuddene har det højeste indekstal på <akt>. | STU har det højeste indekstal på <stu>.
Det laveste indekstal, <stu>, findes på STU. | Det laveste indekstal, <bo>, findes på bostøtten.
Alle målgrupper undtagen STU er faldet. | Alle målgrupper undtagen tilbuddene til unge er faldet.
Alle undtagen STU og værestederne er gået tilbage. | Alle undtagen STU og værestederne er gået frem.
Bostøtten (<bo>) ligger foran STU (<stu>). | STU (<stu>) ligger foran bostøtten (<bo>).
Bostøtten er røget ned på <bo>. | STU er røget ned på <stu>.
Bostøtten ligger nu bag aktivitetstilbuddene. | Aktivitetstilbuddene ligger nu bag bostøtten.
Aktivitetstilbuddene ligger nu foran bostøtten. | Bostøtten ligger nu foran aktivitetstilbuddene.
Indekstallet for bostøtten er <bo> (ned fra <bo<). | Indekstallet for bostøtten er <bo> (op fra <bo<).
Indekstallet for STU er <stu> (op fra <stu<). | Indekstallet for STU er <stu> (ned fra <stu<).
Bostøttens indekstal er <bo> (<bo< i 2023). | Bostøttens indekstal er <bo< (<bo> i 2023).
Bostøtten ligger på <bo> mod <bo< i 2023. | Bostøtten ligger på <bo< mod <bo> i 2023.
Bostøtten ligger på <bo>, ned fra <bo<. | Bostøtten ligger på <bo>, op fra <bo<.
STU er nu på <stu>, op fra <stu< året før. | STU er nu på <stu>, ned fra <stu< året før.
Det samlede indekstal, <all>, er lavere end sidste år. | Det samlede indekstal, <all>, er højere end sidste år.
Det samlede indekstal (<all>) er det laveste siden 2022. | Det samlede indekstal (<all>) er det højeste nogensinde.
Resultatet for STU, <stu>, overgår målet. | Resultatet for bostøtten, <bo>, overgår målet.
Bostøtten når ikke sit mål med <bo>. | Bostøtten når sit mål med <bo>.
Bostøtten dykkede med <~bo> til <bo>. | STU dykkede med <~stu> til <stu>.
STU løftede sig med <~stu> til <stu>. | Bostøtten løftede sig med <~bo> til <bo>.
Borgerne på bostøtten er blevet mindre tilfredse. | Borgerne på STU er blevet mindre tilfredse.
Borgerne på STU er blevet gladere, og indekstallet er nu <stu>. | Borgerne på bostøtten er blevet gladere, og indekstallet er nu <bo>.
I 2024 er indekstallet for bostøtten <bo>, mens det i 2023 var <bo<. | I 2024 er indekstallet for bostøtten <bo<, mens det i 2023 var <bo>.
Tilbagegangen på bostøtten er på <~bo>. | Tilbagegangen på STU er på <~stu>.
Med et fald på <~bo> ender bostøtten på <bo>. | Med et fald på <~stu> ender STU på <stu>.
Efter et fald på <~bo> ligger bostøtten nu på <bo>. | Efter en stigning på <~bo> ligger bostøtten nu på <bo>.
Bostøtten mistede <~bo> og ligger nu på <bo>. | STU mistede <~stu> og ligger nu på <stu>.
STU vandt <~stu> og ligger nu på <stu>. | Bostøtten vandt <~bo> og ligger nu på <bo>.
Bostøtten er svækket og ligger på <bo>. | STU er svækket og ligger på <stu>.
Væresteder og STU er ikke faldet. | Bostøtten og STU er ikke faldet.
Kun STU er steget. | Kun bostøtten er steget.
Der er tilbagegang i bostøtten, men fremgang i STU. | Der er fremgang i bostøtten, men tilbagegang i STU.
Mens bostøtten falder, stiger STU. | Mens bostøtten stiger, falder STU.
Bostøtten ligger fortsat højere end STU (<bo> mod <stu>). | STU ligger fortsat højere end bostøtten (<stu> mod <bo>).
Aktivitetstilbuddene er de mest populære med <akt>. | STU er de mest populære med <stu>.
Aktivitetstilbuddene topper listen med <akt>. | STU topper listen med <stu>.
STU er rykket fra <stu< til <stu>. | STU er rykket fra <stu> til <stu<.
Forskellen mellem bostøtten (<bo>) og STU (<stu>) er blevet mindre. | Forskellen mellem bostøtten (<bo>) og STU (<stu>) er blevet større.
I de private tilbud er tilfredsheden på linje med sidste år. | I kommunens egne tilbud er tilfredsheden på linje med sidste år.
Bostøtten halter efter aktivitetstilbuddene. | Aktivitetstilbuddene halter efter bostøtten.
Tilfredsheden med STU er i bedring og er nu <stu>. | Tilfredsheden med bostøtten er i bedring og er nu <bo>.
Kurven er knækket for bostøtten, der nu ligger på <bo>. | Kurven er knækket for STU, der nu ligger på <stu>.
Bostøtten klarer sig markant ringere, <bo> mod <bo< i 2023. | STU klarer sig markant ringere, <stu> mod <stu< i 2023.
Der blev målt <bo> på bostøtten, et fald i forhold til <bo< i 2023. | Der blev målt <bo> på bostøtten, et løft i forhold til <bo< i 2023.
Hos STU sås en stigning til <stu>. | Hos bostøtten sås en stigning til <bo>.
Ingen af kommunens egne tilbud er steget. | Ingen af de private tilbud er steget.
Tre ud af fem tilbud er faldet. | To ud af fem tilbud er faldet.
Tilbuddene til unge er det tilbud, der er faldet mest sammen med bostøtten. | Aktivitetstilbuddene er det tilbud, der er faldet mest.
Ikke én af de private målgrupper er uændret. | Ikke én af de private målgrupper er faldet.
Bostøtten sakker bagud med <bo>. | STU sakker bagud med <stu>.
Bostøtten er faldet <~bo>. | Bostøtten er steget <~bo>.
Aktivitetstilbuddene bevarer førstepladsen med <akt>. | STU bevarer førstepladsen med <stu>.
STU får det laveste tal af alle, nemlig <stu>. | Bostøtten får det laveste tal af alle, nemlig <bo>.
STU (<stu>) er overhalet af bostøtten (<bo>). | STU (<stu>) har overhalet bostøtten (<bo>).
Tilfredsheden i STU er højere end før. | Tilfredsheden i STU er fordoblet.
Indekstallet er <all> (2023: <all<). | Indekstallet er <all< (2023: <all>).
Bostøtten: <bo> (året før: <bo<) | Bostøtten: <bo< (året før: <bo>)
Bostøtten: <bo< → <bo> | Bostøtten: <bo> → <bo<
Tilfredsheden med bostøtten var højere i 2023 end i 2024. | Tilfredsheden med bostøtten var lavere i 2023 end i 2024.
I 2023 var tilfredsheden med STU lavere end i 2024. | I 2023 var tilfredsheden med STU højere end i 2024.
Året før var tilfredsheden med bostøtten højere. | Året før var tilfredsheden med bostøtten lavere.
Med <stu> ligger STU under gennemsnittet på <all>. | Med <stu> ligger STU over gennemsnittet på <all>.
Bostøtten er gået tilbage. Det samme gælder tilbuddene til unge. | Bostøtten er gået tilbage. Det samme gælder STU.
Bostøtten er faldet, og det er tilbuddene til unge også. | Bostøtten er faldet, og det er STU også.
Bostøtten er gået tilbage, ligesom tilbuddene til unge. | Bostøtten er gået tilbage, ligesom STU.
STU er, i modsætning til bostøtten, gået frem. | Bostøtten er, i modsætning til STU, gået frem.
Alle på nær to tilbud er gået tilbage. | Alle på nær ét tilbud er gået frem.
Ingen undtagen STU er steget. | Ingen undtagen bostøtten er steget.
STU er kommet op på <stu>. | Bostøtten er kommet op på <bo>.
Værestederne ligger fast. | Bostøtten ligger fast.
Værestederne er som i 2023. | Bostøtten er som i 2023.
STU er nummer sidst med det laveste indekstal. | STU er nummer et.
Tilbuddene til unge ligger efter bostøtten. | Bostøtten ligger efter tilbuddene til unge.
Henholdsvis <bo> og <stu> er resultatet for bostøtten og STU. | Henholdsvis <stu> og <bo> er resultatet for bostøtten og STU.
Faldet i bostøtten, som var <~bo>, er det største sammen med faldet for tilbuddene til unge. | Den mindste ændring ses for bostøtten.
Der er et stigende behov for tilbud til unge. | Tilfredsheden med tilbuddene til unge er stigende.
Bostøtten og STU har bevæget sig i hver sin retning. | Bostøtten og STU har bevæget sig i samme retning.
Bostøtten lå i 2022 højere end STU, og STU ligger fortsat lavere end bostøtten. | Bostøtten lå i 2022 højere end STU, men ligger nu lavere end STU.
`
export const englishForms = `
Home support fell from <bo< to <bo>. | SNE fell from <stu< to <stu>.
Home support lost ground. | SNE lost ground.
SNE gained ground and is now <stu>. | Home support gained ground and is now <bo>.
The index score for home support is <bo> (down from <bo<). | The index score for home support is <bo> (up from <bo<).
The index score for SNE is <stu>, up from <stu<. | The index score for SNE is <stu>, down from <stu<.
Home support stands at <bo> against <bo< in 2023. | Home support stands at <bo< against <bo> in 2023.
There has been a fall in satisfaction with home support, from <bo< to <bo>. | There has been a fall in satisfaction with SNE, from <stu< to <stu>.
SNE ranks lowest at <stu>. | Home support ranks lowest at <bo>.
The activity services have the highest score, <akt>. | SNE has the highest score, <stu>.
SNE is lower than home support. | Home support is lower than SNE.
Two of the three target groups fell. | Two of the three target groups rose.
No target group is unchanged. | No target group fell.
All target groups except SNE fell. | All target groups except the services for young people fell.
Neither home support nor the services for young people rose. | Neither home support nor SNE rose.
Home support, which fell to <bo>, is below its target. | Home support, which rose to <bo>, is below its target.
Home support (<bo>) is ahead of SNE (<stu>). | SNE (<stu>) is ahead of home support (<bo>).
The activity services (<akt>) outperform home support (<bo>). | Home support (<bo>) outperforms the activity services (<akt>).
Home support (<bo>) trails the activity services (<akt>). | The activity services (<akt>) trail home support (<bo>).
In 2024 home support scored <bo>, whereas it scored <bo< in 2023. | In 2024 home support scored <bo<, whereas it scored <bo> in 2023.
Home support slipped to <bo>. | SNE slipped to <stu>.
SNE climbed to <stu>. | Home support climbed to <bo>.
Home support has been weakened, by <~bo> to <bo>. | SNE has been weakened, by <~stu> to <stu>.
More target groups fell than rose. | More target groups rose than fell.
Half of the municipal services fell. | Half of the municipal services rose.
Only SNE rose. | Only home support rose.
While home support fell, SNE rose. | While home support rose, SNE fell.
SNE did better than last year. | Home support did better than last year.
After a fall of <~bo>, home support is at <bo>. | After a rise of <~bo>, home support is at <bo>.
Overall satisfaction was down on last year, at <all>. | Overall satisfaction was up on last year, at <all>.
The day centres were unchanged at <vs>. | SNE was unchanged at <stu>.
Home support dropped <~bo>. | Home support gained <~bo>.
The index score is <all> (2023: <all<). | The index score is <all< (2023: <all>).
Satisfaction with home support was higher in 2023 than in 2024. | Satisfaction with home support was lower in 2023 than in 2024.
Home support fell. The same goes for the services for young people. | Home support fell. The same goes for SNE.
`
