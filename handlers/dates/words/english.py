"""English words of time. How the tables are written: `handlers/dates/words/__init__.py`."""

WORDS: dict[str, dict[int, str]] = {
    "m": {
        1: "january jan januar janurary januari",
        2: "february feb febuary feburary february's febr",
        4: "april apr aprl apirl",
        6: "june jun",
        7: "july jul jully",
        8: "august aug agust augst",
        9: "september sept sep setember septemer septembre",
        10: "october oct ocotber octobre",
        11: "november nov novemeber novembre",
        12: "december dec decmber desember decembre",
    },
    "w": {3: "march mar", 5: "may"},  # also verbs
    "s": {21: "springtime", 22: "summer summertime", 23: "autumn autum", 24: "winter wintertime"},
    "u": {21: "spring", 23: "fall"},
    "k": {
        0: "monday mondays",
        1: "tuesday tues tuesdey",
        2: "wednesday wednsday wensday",
        3: "thursday thurs thur",
        4: "friday fridey",
        5: "saturday",
        6: "sunday",
    },
    "K": {0: "mon", 1: "tue", 2: "wed", 3: "thu", 4: "fri", 5: "sat", 6: "sun"},
    "n": {
        1: "one",
        2: "two couple couple_of",
        3: "three",
        4: "four",
        5: "five",
        6: "six",
        7: "seven",
        8: "eight",
        9: "nine",
        10: "ten",
        11: "eleven",
        12: "twelve",
        13: "thirteen",
        14: "fourteen",
        15: "fifteen",
        16: "sixteen",
        17: "seventeen",
        18: "eighteen",
        19: "nineteen",
        20: "twenty",
        30: "thirty",
        40: "forty",
        50: "fifty",
        60: "sixty",
        70: "seventy",
        80: "eighty",
        90: "ninety",
        1000: "thousand",
    },
    "o": {
        1: "first",
        2: "second",
        3: "third",
        4: "fourth",
        5: "fifth",
        6: "sixth",
        7: "seventh",
        8: "eighth",
        9: "ninth",
        10: "tenth",
        11: "eleventh",
        12: "twelfth",
        13: "thirteenth",
        14: "fourteenth",
        15: "fifteenth",
        16: "sixteenth",
        17: "seventeenth",
        18: "eighteenth",
        19: "nineteenth",
        20: "twentieth",
        30: "thirtieth",
    },
    "D": {1: "day", 0: "days"},
    "W": {1: "week", 0: "weeks", 2: "fortnight"},
    "M": {1: "month", 0: "months", 6: "half_a_year half_year"},
    "Ma": {18: "year_and_a_half_ago year_and_half_ago"},
    "Y": {1: "year", 0: "years yrs yr"},
    "E": {0: "weekend"},
    "h": {0: "half and_a_half"},
    "I": {0: "decade"},
    "a": {0: "ago back"},
    "l": {-1: "last previous", 0: "this current", 1: "next coming"},
    "r": {
        -2: "day_before_yesterday before_yesterday",
        -1: "yesterday last_night last_evening yesterday's",
        0: "today tonight now this_morning this_afternoon this_evening",
        1: "tomorrow",
        2: "day_after_tomorrow",
    },
    "R": {-2: "year_before_last"},
    "p": {
        1: "early beginning start first_days begining",
        2: "mid middle",
        3: "late end ending last_days",
        4: "first_half",
        5: "second_half",
    },
    "A": {
        0: "about around approximately approx roughly circa ca sometime_in or_so approximatly sometime_around"
    },
    "Q": {0: "maybe perhaps probably possibly i_think i_guess likely"},
    "f": {0: "from since"},
    "t": {0: "to through thru"},
    "B": {0: "between"},
    "e": {0: "and"},
    "O": {0: "or"},
    "b": {0: "before until till untill prior_to"},
    "c": {0: "after"},
    "i": {0: "in on during"},
    "q": {0: "old aged age yo y.o"},
    "z": {0: "born birth dob birthday birthdate"},
    "T": {0: "was when then"},
    "H": {0: "am pm oclock hours hour hrs minutes minute min"},
    "X": {
        0: "no number num nr house flat apartment apt room street building block flight case phone tel"
        " passport page door ward cell bus gate line"
    },
    "x": {
        0: "people persons person men women man woman children kids dollars dollar usd yuan rmb cny tenge kzt"
        " rubles roubles eur euro euros percent km kg meters metres miles times calls messages others"
    },
    "~": {0: "not"},
    "0": {0: "few several some many more_than less_than over_a over_an recently lately soon"},
    "!": {
        0: "that_year that_month that_week earlier later day_before day_after week_before"
        " month_before year_before except every each not_before not_after not_until no_later"
        " no_earlier"
    },
    "": {
        0: "the of at a an month_of year_of day_of morning evening afternoon noon night early_morning"
        " late_evening late_at_night early_in_the_morning in_the_morning in_the_evening in_the_afternoon"
        " at_night late_night around_noon mornings he she is"
    },
}
ENDINGS: dict[str, str] = {}
ATTACHED: dict[str, str] = {"": "st nd rd th", "I": "s"}
SPELLINGS: tuple[tuple[str, str], ...] = (
    ("o['’]clock", "oclock"),
    ("\\b(a|p)\\.m\\.", "\\1m"),
    ("['’]s\\b", ""),
    ("\\b(his|her|their) (early |mid[ -]|late )?(?=[0-9]0s\\b)", "several "),  # an age
    ("\\b24/7\\b", ";"),
)
