"""Files people send: refused while they arrive, not after they have filled the disk."""

from django.core.files.uploadhandler import FileUploadHandler, StopUpload

from forum import limits


class Bounded(FileUploadHandler):
    """Stands before Django's handlers: a file larger than any door takes is not kept, and the form finds none.

    What follows it is read and dropped, so that the browser hears our answer; what is larger by far is cut off.
    ``request.upload_too_large`` tells the form why.
    """

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        self.cuts_off = content_length > 5 * limits.UPLOAD_BYTES

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        self.received = 0

    def receive_data_chunk(self, raw_data, start):
        self.received += len(raw_data)
        if self.received > limits.UPLOAD_BYTES:
            self.request.upload_too_large = True
            raise StopUpload(connection_reset=self.cuts_off)
        return raw_data

    def file_complete(self, file_size):
        return None
