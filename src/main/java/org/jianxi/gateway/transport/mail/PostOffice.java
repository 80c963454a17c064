package org.jianxi.gateway.transport.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Properties;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.intake.MailEntrance;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.intake.ServerAddress;
import org.jianxi.gateway.intake.ServerAddress.Encryption;
import org.jianxi.gateway.pulling.AllowedAddresses;
import org.jianxi.gateway.transport.fetch.TrustedSockets;

/**
 * Opens connections to the mail servers that a source's file names, where it may, with the credentials as they are now.
 *
 * <p>They are made by name, so that TLS can tell who answers; without TLS there is only loopback.
 */
public final class PostOffice {

    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "30000";

    private final AllowedAddresses addresses;
    private final Secrets secrets;

    public PostOffice(AllowedAddresses addresses, Secrets secrets) {
        this.addresses = addresses;
        this.secrets = secrets;
    }

    /** Connected; whoever has it closes it. */
    Store mailbox(SourceId source, ServerAddress imap) throws IOException, MessagingException {
        addresses.resolve(source, imap.host());
        var store = session("imap", imap).getStore("imap");
        var login = imap.login().orElseThrow(() -> new IOException("a mailbox needs a user and a password"));
        store.connect(imap.host(), imap.port(), secrets.require(login.user()), secrets.require(login.password()));
        return store;
    }

    Session outgoing(SourceId source, MailEntrance.Reply reply) throws IOException {
        addresses.resolve(source, reply.smtp().host());
        return session("smtp", reply.smtp());
    }

    /** To a server that the operator's own file names, which may be anywhere. */
    Session own(MailEntrance.Reply ours) throws IOException {
        return session("smtp", ours.smtp());
    }

    void send(Session session, MailEntrance.Reply reply, MimeMessage message) throws IOException, MessagingException {
        var smtp = reply.smtp();
        try (Transport transport = session.getTransport("smtp")) {
            if (smtp.login().isPresent()) {
                var login = smtp.login().get();
                transport.connect(
                        smtp.host(), smtp.port(), secrets.require(login.user()), secrets.require(login.password()));
            } else {
                transport.connect(smtp.host(), smtp.port(), null, null);
            }
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private Session session(String protocol, ServerAddress server) throws IOException {
        var properties = new Properties();
        var prefix = "mail." + protocol + ".";
        properties.put(prefix + "connectiontimeout", CONNECT_MILLIS);
        properties.put(prefix + "timeout", ANSWER_MILLIS);
        properties.put(prefix + "writetimeout", ANSWER_MILLIS);
        properties.put(prefix + "ssl.enable", Boolean.toString(server.encryption() == Encryption.TLS));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "starttls.enable", Boolean.toString(server.encryption() == Encryption.STARTTLS));
        properties.put(prefix + "starttls.required", Boolean.toString(server.encryption() == Encryption.STARTTLS));
        if (server.trust().isPresent()) {
            properties.put(
                    prefix + "ssl.socketFactory",
                    TrustedSockets.of(secrets.require(server.trust().get())));
        }
        properties.put("mail.smtp.auth", Boolean.toString(server.login().isPresent()));
        properties.put("mail.imap.peek", "true");
        return Session.getInstance(properties);
    }
}
