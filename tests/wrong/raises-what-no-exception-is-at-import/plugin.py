class Storm(BaseException):
    pass


raise Storm
