"""What a terminal shows of the text that a program printed."""

import re

CODE = re.compile(r"""
    (?:\x1b\[|\x9b) ([\d;:?<=>]*) [ -/]* ([@-~])               # a colour, or a move: its number and its letter
    | (?:\x1b[]P^_X]|\x9d) .*? (?:\x07|\x1b\\|\x9c|(?=\n)|$)   # a command, such as a link's address
    | \x1b [ -/]* .?                                          # any other escape
    | (.)                                                     # a letter, or \n, \r, \b
""", re.S | re.X)


def terminal(text):
    """`text` as it stands on the screen at the end: \\r, \\b and moves write over what was there; colours are left out."""
    lines, row, column = [[]], 0, 0
    for number, move, letter in (match.groups() for match in CODE.finditer(text)):
        count = int(number) if number and number.isdigit() else 0
        if letter == "\n" or move in ("B", "E"):
            row, column = row + (count or 1), column if move == "B" else 0
            lines += [[] for _ in range(row + 1 - len(lines))]
        elif move in ("A", "F"):
            row, column = max(0, row - (count or 1)), column if move == "A" else 0
        elif letter == "\r":
            column = 0
        elif letter == "\b" or move == "D":
            column = max(0, column - (count or 1))
        elif move == "C":
            column += count or 1
        elif move == "G":
            column = max(0, count - 1)
        elif move == "K":
            line = lines[row]
            line[:] = line[:column] if count == 0 else [" "] * min(column, len(line)) + line[column:] if count == 1 else []
        elif move == "J" and count == 0:
            lines[row][column:], lines[row + 1:] = [], []
        elif move == "J" and count in (2, 3):
            lines, row, column = [[]], 0, 0
        elif letter and (letter == "\t" or letter.isprintable() or ord(letter) > 0x9F):
            line = lines[row]
            line += " " * (column - len(line))
            line[column:column + 1] = letter
            column += 1
    return "\n".join(map("".join, lines))
