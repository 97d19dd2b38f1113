/** Sentences that were set aside before the reader was written and not looked at while it was tuned. */
export const heldFalse = `
Siden sidste måling er den samlede tilfredshed gået op.
Resultatet for STU er ringere end ved forrige måling.
Hos bostøtten ses en pæn fremgang.
Borgerne i værestederne er blevet mindre tilfredse.
Indekstallet for aktivitetstilbuddene er klatret fra <akt< til <akt>.
Brugertilfredsheden har taget et hop opad på <~all>.
I kommunens egne tilbud steg tilfredsheden.
Tilfredsheden er den samme som i 2023.
Samtlige målgrupper har oplevet en nedgang.
Der er ingen målgrupper, der er gået tilbage.
Ingen af de private målgrupper har haft fremgang.
Det største fald ses hos STU.
Bostøtten scorer lavest af alle tilbud.
STU ligger på linje med bostøtten.
Tilbuddene til unge ligger over aktivitetstilbuddene.
Værestedernes resultat er <bo>.
Tilfredsheden var i 2022 <all>.
Med <stu> indekspoint ligger bostøtten over målet.
Tilfredsheden med bostøtten er højere i år end sidste år.
Bostøtten er faldet til <bo>, og STU er faldet til <stu>.
STU har mistet terræn og er faldet.
Det går fremad for tilbuddene til unge.
Det går ned ad bakke for STU, der er faldet til <stu>.
Den samlede brugertilfredshed udgør <all>, en stigning fra <all< i 2023.
Samlet er der sket en lille forbedring siden 2023.
Tilfredsheden blev forbedret fra 2023 til 2024.
Aktivitetstilbuddene fastholder niveauet fra 2023.
Fire ud af fem tilbud er gået tilbage.
Modsat bostøtten er STU faldet.
Kun ét tilbud er faldet.
`
export const heldTrue = `
Siden sidste måling er den samlede tilfredshed gået ned.
Resultatet for STU er bedre end ved forrige måling.
Hos bostøtten ses en tydelig tilbagegang.
Indekstallet for aktivitetstilbuddene er sunket fra <akt< til <akt>.
Brugertilfredsheden har taget et dyk på <~all>.
I kommunens egne tilbud faldt tilfredsheden.
Tilfredsheden med værestederne er den samme som i 2023.
To ud af tre målgrupper har oplevet en nedgang.
Den største stigning ses hos STU.
STU scorer lavest af alle tilbud.
Tilbuddene til unge ligger under aktivitetstilbuddene.
Værestedernes resultat er <vs>.
Tilfredsheden var i 2022 <all<<.
Med <bo> indekspoint ligger bostøtten under målet.
Tilfredsheden med bostøtten er lavere i år end sidste år.
Bostøtten er faldet til <bo>, og STU er steget til <stu>.
Det går tilbage for tilbuddene til unge.
Den samlede brugertilfredshed udgør <all>, et fald fra <all< i 2023.
Samlet er der sket et lille fald siden 2023.
Tilfredsheden blev forringet fra 2023 til 2024.
Værestederne fastholder niveauet fra 2023.
Tre ud af fem tilbud er gået tilbage.
Modsat bostøtten er STU steget.
Kun ét tilbud er steget.
Tilfredsheden er nu <all>, hvor den i 2023 var <all<.
Aktivitetstilbuddene er faldet en anelse, fra <akt< til <akt>.
Vi noterer et fald i bostøtten på <~bo>.
Resultatet er baseret på <#all> besvarelser.
Forvaltningen vil drøfte resultaterne med leverandørerne.
Der har været fokus på at forbedre overgangen til job.
`
