package org.jianxi.gateway.intake;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Sender;

/** The door a source comes in by, with what that kind of door needs to know. */
public sealed interface Entrance {

    Door door();

    /** The source calls us. */
    record HttpPush() implements Entrance {
        @Override
        public Door door() {
            return Door.HTTP_PUSH;
        }
    }

    /** The source leaves files in a folder of ours; one is read when it lay unchanged for {@code settle}. */
    record Folder(Duration settle) implements Entrance {
        @Override
        public Door door() {
            return Door.FOLDER;
        }
    }

    /** The source uploads to our SFTP server; files that are never renamed or closed cleanly wait {@code settle}. */
    record SftpUpload(Duration settle) implements Entrance {
        @Override
        public Door door() {
            return Door.SFTP_UPLOAD;
        }
    }

    /**
     * We fetch from the source.
     *
     * @param url may hold {@code {period}}, which stands for the last full month
     * @param mediaType overrides the answer's {@code Content-Type}
     * @param sender whose return it is; empty where the content says
     */
    record HttpsPoll(
            String url,
            Duration every,
            Duration timeout,
            Optional<MediaType> mediaType,
            Optional<Sender> sender,
            Optional<Authorization> authorization)
            implements Entrance {
        @Override
        public Door door() {
            return Door.HTTPS_POLL;
        }

        /** Whether the connection is encrypted or does not leave this machine. */
        public boolean isSafe() {
            return url.startsWith("https://") || LOOPBACK.matcher(url).lookingAt();
        }

        private static final Pattern LOOPBACK = Pattern.compile(
                "http://(127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}|localhost|\\[::1])(:[0-9]{1,5})?(/|$)");
    }

    /** How we name ourselves to a source: a header and the secret that goes into it after {@code prefix}. */
    record Authorization(Scheme scheme, String header, SecretReference secret) {}

    /** The three ways of naming oneself over HTTP that the sources use. */
    enum Scheme {
        BEARER,
        BASIC,
        API_KEY
    }
}
