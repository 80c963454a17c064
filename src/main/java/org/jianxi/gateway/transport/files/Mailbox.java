package org.jianxi.gateway.transport.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.intake.Source;

/**
 * The folders of one sender: where its files come, where its replies lie, where its files end up.
 *
 * @param inboxes all on one file system with {@code done} and {@code refused}, as files are moved there in one step
 */
public record Mailbox(
        Door door, Source source, Sender sender, List<Path> inboxes, Path outbox, Path done, Path refused) {

    public Mailbox {
        inboxes = List.copyOf(inboxes);
    }

    void create() throws IOException {
        for (var inbox : inboxes) {
            Files.createDirectories(inbox);
        }
        Files.createDirectories(outbox);
        Files.createDirectories(done);
        Files.createDirectories(refused);
    }
}
