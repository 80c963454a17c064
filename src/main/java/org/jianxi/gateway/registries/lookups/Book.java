package org.jianxi.gateway.registries.lookups;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.documents.StrictJson;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.signing.SealVerifier;
import org.jianxi.gateway.signing.SigningCertificate;
import org.jianxi.gateway.signing.Sm3;
import tools.jackson.databind.JsonNode;

/**
 * One side's book as a file, a JSON object a line: our look-up ledger, a query service's book or a registry agent's audit.
 *
 * @param fault the first place where it is not what it was when it was written; empty where its chain holds
 * @param checkpoint what is signed at its end
 */
public record Book(List<BookLine> lines, Optional<Bilingual> fault, Optional<Checkpoint> checkpoint) {

    private static final int LONGEST_LINE = 1 << 20;

    /** Somebody's signed word on the chain, and when they say to have given it. */
    public record Checkpoint(byte[] content, byte[] cms, Instant signedAt) {

        boolean isBy(SigningCertificate certificate) {
            return new SealVerifier(certificate)
                    .checkDetached(cms, content, signedAt)
                    .isGenuine();
        }
    }

    /**
     * Which lines of a book are about us, where it is kept for others too.
     *
     * @param asker the name we are admitted under; any when empty
     * @param registry which one; any when empty
     */
    public record About(Optional<String> asker, Optional<String> registry) {

        /** A book that is kept for one asker and one registry alone. */
        public static final About EVERYTHING = new About(Optional.empty(), Optional.empty());

        boolean isSaidIn(JsonNode line) {
            return is(asker, line.path("asker")) && is(registry, line.path("registry"));
        }

        private static boolean is(Optional<String> wanted, JsonNode said) {
            return wanted.isEmpty() || said.isMissingNode() || said.asString("").equals(wanted.get());
        }
    }

    public Book {
        lines = List.copyOf(lines);
    }

    /** Throws {@link IOException} for a file that is no book at all. */
    public static Book read(Path file, About about) throws IOException {
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return new Reading(about).read(reader);
        } catch (UnreadableDocument unreadable) {
            throw new IOException(
                    file + " is no book of look-ups: " + unreadable.reason().en(), unreadable);
        }
    }

    private static final class Reading {

        private final About about;
        private final List<BookLine> lines = new ArrayList<>();
        private Digest last = Lookups.NOTHING_BEFORE;
        private int number;
        private Optional<Bilingual> fault = Optional.empty();
        private Optional<Checkpoint> checkpoint = Optional.empty();

        Reading(About about) {
            this.about = about;
        }

        Book read(BufferedReader reader) throws IOException, UnreadableDocument {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (line.length() > LONGEST_LINE) {
                    throw new IOException("line " + number + " is too long");
                }
                take(line.getBytes(StandardCharsets.UTF_8));
            }
            return new Book(lines, fault, checkpoint);
        }

        private void take(byte[] line) throws UnreadableDocument {
            var tree = StrictJson.parse(line);
            if (tree.has(LookupExport.CHECKPOINT)) {
                end(tree);
                return;
            }
            if (!tree.path("previous").asString("").equals(last.hex())) {
                blame("第%d行不接上一行".formatted(number), "Line %d does not follow the line before".formatted(number));
            } else if (checkpoint.isPresent()) {
                blame("第%d行在签名之后".formatted(number), "Line %d comes after the signature".formatted(number));
            }
            last = Sm3.of(line);
            if (about.isSaidIn(tree)) {
                BookLine.of(number, tree).ifPresent(lines::add);
            }
        }

        private void end(JsonNode tree) throws UnreadableDocument {
            var content = tree.path(LookupExport.CHECKPOINT).asString("").getBytes(StandardCharsets.UTF_8);
            var signed = StrictJson.parse(content);
            if (signed.path("lines").asLong(-1) != number - 1L
                    || !signed.path("head").asString("").equals(last.hex())) {
                blame("末尾的签名说的不是这些行", "The signature at the end is over other lines");
            }
            try {
                checkpoint = Optional.of(new Checkpoint(
                        content,
                        Base64.getDecoder().decode(tree.path("cms").asString("")),
                        Instant.parse(signed.path("signedAt").asString(""))));
            } catch (IllegalArgumentException | DateTimeException unreadable) {
                blame("末尾的签名不可读", "The signature at the end cannot be read");
            }
        }

        private void blame(String zh, String en) {
            if (fault.isEmpty()) {
                fault = Optional.of(new Bilingual(zh, en));
            }
        }
    }
}
