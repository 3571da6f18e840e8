"""A real SMTP server (aiosmtpd) on loopback. Prints its port, then a line of JSON for each message it took.

Arguments: auth (wants tester/secret), tls CERT KEY (STARTTLS first), mute (takes the connection and never speaks).
Addresses decide: gone@ is refused with 550, busy@ with 450, anything else is taken.
"""
import base64
import json
import socket
import ssl
import sys
import threading

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult


class Peer:
    async def auth_login(self, server, args):
        # .NET writes the name of the mechanism in small letters; aiosmtpd knows it in capitals only.
        return await server.auth_LOGIN(server, args)

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address.startswith("gone@"):
            return "550 5.1.1 no such user " + address
        if address.startswith("busy@"):
            return "450 4.2.1 try later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        line = {"to": envelope.rcpt_tos, "tls": session.ssl is not None, "content": base64.b64encode(envelope.content).decode()}
        print(json.dumps(line), flush=True)
        return "250 taken"


def authenticate(server, session, envelope, mechanism, data):
    return AuthResult(success=data.login == b"tester" and data.password == b"secret")


def main():
    words = sys.argv[1:]
    if words == ["mute"]:
        ear = socket.create_server(("127.0.0.1", 0))
        print(ear.getsockname()[1], flush=True)
        threading.Thread(target=sys.stdin.read).start()
        held = []
        while True:
            held.append(ear.accept())

    options = {}
    if "auth" in words:
        options.update(authenticator=authenticate, auth_required=True, auth_require_tls=False)
    if "tls" in words:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        at = words.index("tls")
        context.load_cert_chain(words[at + 1], words[at + 2])
        options.update(tls_context=context, require_starttls=True)

    class OnAnyPort(Controller):
        def _trigger_server(self):
            self.port = self.server.sockets[0].getsockname()[1]
            super()._trigger_server()

    controller = OnAnyPort(Peer(), hostname="127.0.0.1", port=0, **options)
    controller.start()
    print(controller.port, flush=True)
    sys.stdin.read()
    controller.stop()


main()
