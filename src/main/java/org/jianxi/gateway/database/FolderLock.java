package org.jianxi.gateway.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One gateway at a time on a folder. The lock goes with its process, however that ends. */
record FolderLock(FileChannel channel) implements AutoCloseable {

    /** Throws {@link DatabaseUnavailable} while somebody else holds it, this process included. */
    static FolderLock on(Path folder) throws IOException {
        var channel =
                FileChannel.open(folder.resolve("gateway.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isTaken(channel)) {
            return new FolderLock(channel);
        }
        channel.close();
        throw new DatabaseUnavailable("Another gateway is using " + folder);
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException byThisProcess) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
