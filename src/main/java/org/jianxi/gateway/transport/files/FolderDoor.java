package org.jianxi.gateway.transport.files;

import java.nio.file.Path;
import java.util.List;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.intake.Folder;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.intake.SourceRegister;

/** The bean of the routes that watch folders: {@code inbox/<source>/<sender>/}, with the replies in {@code outbox/} there. */
public final class FolderDoor {

    private final Path root;
    private final SourceRegister sources;
    private final Sweeper sweeper;

    public FolderDoor(Path var, SourceRegister sources, Sweeper sweeper) {
        this.root = var.resolve("inbox");
        this.sources = sources;
        this.sweeper = sweeper;
    }

    /** Takes in what lies whole in the folders of one source. */
    public void sweep(String source) {
        sources.find(new SourceId(source)).filter(Source::active).ifPresent(this::sweep);
    }

    private void sweep(Source source) {
        if (source.entrance() instanceof Folder folder) {
            for (var sender : source.senders()) {
                sweeper.sweep(box(source, sender), folder.settle(), Writing.UNKNOWN);
            }
        }
    }

    private Mailbox box(Source source, Sender sender) {
        var folder = root.resolve(source.id().value()).resolve(sender.code());
        return new Mailbox(
                Door.FOLDER,
                source,
                sender,
                List.of(folder),
                folder.resolve("outbox"),
                folder.resolve(".done"),
                folder.resolve(".refused"));
    }
}
