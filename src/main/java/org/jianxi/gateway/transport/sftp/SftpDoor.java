package org.jianxi.gateway.transport.sftp;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.intake.Account;
import org.jianxi.gateway.intake.Accounts;
import org.jianxi.gateway.intake.SftpUpload;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.transport.files.Mailbox;
import org.jianxi.gateway.transport.files.Sweeper;
import org.jianxi.gateway.transport.files.UploadsUnderWay;
import org.jianxi.gateway.transport.files.Writing;

/**
 * The bean of the routes that take in what was uploaded by SFTP.
 *
 * <p>What lies in the folders is the truth, so nothing is lost when the gateway was away; what the server knows of files
 * being written only holds some of them back and lets others come at once.
 */
public final class SftpDoor {

    private final SftpHomes homes;
    private final Accounts accounts;
    private final SourceRegister sources;
    private final Sweeper sweeper;
    private final UploadsUnderWay underWay;
    private final int sideBySide;

    /** @param sideBySide of how many senders of one source files are taken in at the same time */
    public SftpDoor(
            SftpHomes homes,
            Accounts accounts,
            SourceRegister sources,
            Sweeper sweeper,
            UploadsUnderWay underWay,
            int sideBySide) {
        this.homes = homes;
        this.accounts = accounts;
        this.sources = sources;
        this.sweeper = sweeper;
        this.underWay = underWay;
        this.sideBySide = sideBySide;
    }

    /** Takes in what lies whole in the home folders of one source's accounts; no sender's large file keeps the others waiting. */
    public void sweep(String source) {
        sources.find(new SourceId(source)).filter(Source::active).ifPresent(this::sweep);
    }

    private void sweep(Source source) {
        if (source.entrance() instanceof SftpUpload upload) {
            try (var threads =
                    Executors.newFixedThreadPool(sideBySide, Thread.ofVirtual().factory())) {
                accounts.accounts().stream()
                        .filter(account -> account.source().equals(source.id()) && source.carries(account.sender()))
                        .forEach(account -> threads.execute(() -> sweep(source, account, upload.settle())));
            }
        }
    }

    private void sweep(Source source, Account account, Duration settle) {
        var home = homes.of(account.login());
        sweeper.sweep(box(source, account), settle, new OfAccount(underWay, account.login(), home));
        underWay.forget(account.login(), path -> Files.notExists(home.resolve(path.substring(1))));
    }

    /** What the server knows of one account's files; it calls them by their paths from the root of the home. */
    private record OfAccount(UploadsUnderWay underWay, String login, Path home) implements Writing {

        @Override
        public boolean goesOn(Path file) {
            return underWay.holds(login, path(file));
        }

        @Override
        public boolean isOver(Path file) {
            return underWay.isWhole(login, path(file));
        }

        private String path(Path file) {
            return "/" + home.relativize(file);
        }
    }

    private Mailbox box(Source source, Account account) {
        var home = homes.of(account.login());
        return new Mailbox(
                Door.SFTP_UPLOAD,
                source,
                account.sender(),
                List.of(home, home.resolve("inbox")),
                home.resolve(SftpHomes.OUTBOX),
                homes.aside(account.login()).resolve("done"),
                homes.aside(account.login()).resolve("refused"));
    }
}
