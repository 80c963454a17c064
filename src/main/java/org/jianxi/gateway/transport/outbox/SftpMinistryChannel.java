package org.jianxi.gateway.transport.outbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jianxi.gateway.filing.ChannelAnswer;
import org.jianxi.gateway.filing.MinistryChannel;
import org.jianxi.gateway.filing.MinistryMessage;
import org.jianxi.gateway.filing.ReturnFormat;
import org.jianxi.gateway.filing.SignedAcknowledgement;
import org.jianxi.gateway.flow.MinistrySettings;
import org.jianxi.gateway.intake.SecretReference;
import org.jianxi.gateway.intake.SftpPoll;
import org.jianxi.gateway.transport.deposit.OtherHostKey;
import org.jianxi.gateway.transport.deposit.RemoteFolder;
import org.jianxi.gateway.transport.deposit.RemoteFolder.RemoteFile;
import org.jianxi.gateway.transport.deposit.SftpLines;
import org.jianxi.gateway.transport.desk.BodyBudget;
import org.jianxi.gateway.transport.desk.GivenName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ministry over SFTP. A return is put as {@code <message id>-<digest>.xml} under another name first, its signature before it,
 * so that whoever sees the return sees a whole one with its signature; the same return again is the same file. The ministry's
 * word is {@code <that name>.ack….json} with {@code .p7s} beside it, in a folder of its own.
 */
public final class SftpMinistryChannel implements MinistryChannel {

    private static final Logger LOG = LoggerFactory.getLogger(SftpMinistryChannel.class);
    private static final int LARGEST_ACKNOWLEDGEMENT = 64 * 1024;
    private static final int DIGITS_OF_DIGEST = 16;
    private static final String ACKNOWLEDGEMENT = ".ack";

    private final SftpLines lines;
    private final BodyBudget budget;
    private final MinistrySettings.Sftp settings;
    private final Duration limit;
    private final Set<RemoteFile> taken = new HashSet<>();

    /** @param limit for one visit, once the login is done */
    public SftpMinistryChannel(SftpLines lines, BodyBudget budget, MinistrySettings.Sftp settings, Duration limit) {
        this.lines = lines;
        this.budget = budget;
        this.settings = settings;
        this.limit = limit;
    }

    private interface Visit<T> {
        T at(RemoteFolder outgoing) throws IOException;
    }

    /** Never an acknowledgement: the ministry's word comes later, and is asked for. */
    @Override
    public ChannelAnswer send(MinistryMessage message) {
        try {
            return visit(outgoing -> {
                var name = nameOf(message);
                outgoing.put(new GivenName(name + GivenName.SIGNATURE), message.signature());
                outgoing.put(new GivenName(name), message.body());
                return new ChannelAnswer.Unclear("put as " + name + "; not acknowledged so far");
            });
        } catch (IOException failed) {
            return failed(failed);
        }
    }

    /** Whether it lies there, or a word about it; empty when it must be put again. What the words say is {@link #collect}'s. */
    @Override
    public Optional<ChannelAnswer> ask(String messageId) {
        try {
            return visit(outgoing -> {
                var there = lying(outgoing, messageId);
                return there.isPresent() ? there : lying(outgoing.other(settings.acknowledgements()), messageId);
            });
        } catch (IOException failed) {
            return Optional.of(failed(failed));
        }
    }

    @Override
    public synchronized void collect(Collector collector) {
        try {
            visit(outgoing -> {
                var folder = outgoing.other(settings.acknowledgements());
                var there = words(folder.list());
                taken.retainAll(there.stream().map(Word::content).toList());
                for (var word : there) {
                    if (!taken.contains(word.content()) && isDealtWith(folder, word, collector)) {
                        taken.add(word.content());
                    }
                }
                return there;
            });
        } catch (OtherHostKey stranger) {
            collector.notTheMinistry("SFTP: " + stranger.getMessage());
        } catch (IOException failed) {
            LOG.warn("The ministry's acknowledgements cannot be fetched: {}", failed.getMessage());
        }
    }

    private boolean isDealtWith(RemoteFolder folder, Word word, Collector collector) throws IOException {
        if (word.isTooLarge()) {
            collector.unreadable(word.content().name().shown(), "is larger than an acknowledgement can be");
            return true;
        }
        return collector.word(read(folder, word));
    }

    /** What the message's file is called, for the same bytes always the same. */
    static String nameOf(MinistryMessage message) {
        var ending = ReturnFormat.ofContentType(message.contentType())
                .map(ReturnFormat::extension)
                .orElse(".bin");
        return message.messageId() + "-" + message.digest().hex().substring(0, DIGITS_OF_DIGEST) + ending;
    }

    private static boolean isOf(String messageId, GivenName name) {
        return name.text().startsWith(messageId + "-")
                && name.text().substring(messageId.length() + 1).matches("[0-9a-f]{" + DIGITS_OF_DIGEST + "}[.].*");
    }

    private static Optional<ChannelAnswer> lying(RemoteFolder outgoing, String messageId) throws IOException {
        return outgoing.list().files().stream()
                .map(RemoteFile::name)
                .filter(name -> isOf(messageId, name) && !name.isSignature())
                .findFirst()
                .map(name -> new ChannelAnswer.Unclear("lies there as " + name.shown() + "; not acknowledged so far"));
    }

    private record Word(RemoteFile content, RemoteFile signature) {
        boolean isTooLarge() {
            return Math.max(content.size(), signature.size()) > LARGEST_ACKNOWLEDGEMENT;
        }
    }

    /** The whole ones, oldest first; a file whose signature has not come is left until it has. */
    private static List<Word> words(RemoteFolder.Listing listing) {
        var found = new ArrayList<Word>();
        for (var file : listing.files()) {
            var name = file.name();
            if (name.text().contains(ACKNOWLEDGEMENT) && name.text().endsWith(".json") && !name.isUnfinished()) {
                listing.files().stream()
                        .filter(one -> one.name().text().equals(name.text() + GivenName.SIGNATURE))
                        .findFirst()
                        .ifPresent(signature -> found.add(new Word(file, signature)));
            }
        }
        return found;
    }

    private SignedAcknowledgement read(RemoteFolder folder, Word word) throws IOException {
        var signature = folder.read(word.signature(), budget, LARGEST_ACKNOWLEDGEMENT);
        return new SignedAcknowledgement(folder.read(word.content(), budget, LARGEST_ACKNOWLEDGEMENT), signature);
    }

    private static ChannelAnswer failed(IOException failed) {
        var why = "SFTP: " + failed.getMessage();
        return failed instanceof OtherHostKey ? new ChannelAnswer.NotTheMinistry(why) : new ChannelAnswer.Unclear(why);
    }

    /** A server that answers drop by drop is left when the time is up. */
    private <T> T visit(Visit<T> visit) throws IOException {
        var server = new SftpPoll.Server(settings.host(), settings.port(), settings.hostKey());
        try (var outgoing = lines.openOwn(server, login(settings.user(), settings.key()), settings.outgoing())) {
            var later = CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS);
            var stop = CompletableFuture.runAsync(outgoing::close, later);
            try {
                return visit.at(outgoing);
            } finally {
                stop.cancel(false);
            }
        }
    }

    private static SftpPoll.Login login(String user, Path key) {
        var file = new SecretReference(
                SecretReference.Kind.FILE, key.toAbsolutePath().toString());
        return new SftpPoll.Login(user, Optional.empty(), Optional.of(file));
    }
}
