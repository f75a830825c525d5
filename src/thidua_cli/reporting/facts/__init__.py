"""What the templates of reports are given: plain values under fixed names, figures as they are printed.

Figures are texts written the Vietnamese way, which charts read too; a whole number is a count.
`docs/bao-cao-ket-qua.md` says what each is.
"""
