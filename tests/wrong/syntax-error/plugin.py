def sheds_are_reviewed(:
    pass
