package org.jianxi.gateway.transport.sftp;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.jianxi.gateway.transport.files.UploadsUnderWay;

/** What an SFTP account may do in its home: put files, fetch and remove replies. No folders, no links, no end of bytes. */
public final class UploadRules implements SftpEventListener {

    private static final Set<String> EXTENSIONS = Set.of(
            "posix-rename@openssh.com",
            "fsync@openssh.com",
            "limits@openssh.com",
            "statvfs@openssh.com",
            "version-select");

    private final UploadsUnderWay underWay;
    private final ToLongFunction<String> mostBytes;

    /** @param mostBytes the largest file an account may put, by its login */
    public UploadRules(UploadsUnderWay underWay, ToLongFunction<String> mostBytes) {
        this.underWay = underWay;
        this.mostBytes = mostBytes;
    }

    @Override
    public void receivedExtension(ServerSession session, String extension, int id) throws IOException {
        if (!EXTENSIONS.contains(extension)) {
            throw new AccessDeniedException(extension);
        }
    }

    @Override
    public void opening(ServerSession session, String remoteHandle, Handle localHandle) throws IOException {
        if (isForWriting(localHandle)) {
            refuseOutbox(localHandle.getFile());
            underWay.begins(session.getUsername(), nameOf(localHandle.getFile()));
        }
    }

    @Override
    public void writing(
            ServerSession session,
            String remoteHandle,
            FileHandle localHandle,
            long offset,
            byte[] data,
            int dataOffset,
            int dataLength)
            throws IOException {
        var end = Math.max(
                        offset,
                        localHandle.isOpenAppend()
                                ? localHandle.getFileChannel().size()
                                : 0)
                + dataLength;
        if (end > mostBytes.applyAsLong(session.getUsername())) {
            throw new AccessDeniedException(nameOf(localHandle.getFile()), null, "larger than is taken");
        }
    }

    /** Told only of files that were closed by their writer; where a connection broke, nobody closed. */
    @Override
    public void closed(ServerSession session, String remoteHandle, Handle localHandle, Throwable thrown) {
        if (thrown == null && isForWriting(localHandle)) {
            underWay.ends(session.getUsername(), nameOf(localHandle.getFile()));
        }
    }

    @Override
    public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options) throws IOException {
        refuseOutbox(from);
        refuseOutbox(to);
    }

    @Override
    public void moved(ServerSession session, Path from, Path to, Collection<CopyOption> options, Throwable thrown) {
        if (thrown == null) {
            underWay.moves(session.getUsername(), nameOf(from), nameOf(to));
        }
    }

    @Override
    public void removed(ServerSession session, Path path, boolean isDirectory, Throwable thrown) {
        underWay.goes(session.getUsername(), nameOf(path));
    }

    @Override
    public void removing(ServerSession session, Path path, boolean isDirectory) throws IOException {
        if (isDirectory) {
            throw new AccessDeniedException(nameOf(path));
        }
    }

    @Override
    public void creating(ServerSession session, Path path, Map<String, ?> attributes) throws IOException {
        throw new AccessDeniedException(nameOf(path));
    }

    @Override
    public void linking(ServerSession session, Path source, Path target, boolean symbolic) throws IOException {
        throw new AccessDeniedException(nameOf(source));
    }

    @Override
    public void modifyingAttributes(ServerSession session, Path path, Map<String, ?> attributes) throws IOException {
        if (attributes.get("size") instanceof Number size
                && size.longValue() > mostBytes.applyAsLong(session.getUsername())) {
            throw new AccessDeniedException(nameOf(path), null, "larger than is taken");
        }
        if (attributes.keySet().stream().anyMatch(Set.of("owner", "group", "uid", "gid", "acl")::contains)) {
            throw new AccessDeniedException(nameOf(path));
        }
    }

    private static boolean isForWriting(Handle handle) {
        return handle instanceof FileHandle file
                && (file.getOpenOptions().contains(StandardOpenOption.WRITE)
                        || file.getOpenOptions().contains(StandardOpenOption.APPEND));
    }

    private static void refuseOutbox(Path path) throws AccessDeniedException {
        if (nameOf(path).startsWith("/" + SftpHomes.OUTBOX + "/")
                || nameOf(path).equals("/" + SftpHomes.OUTBOX)) {
            throw new AccessDeniedException(nameOf(path));
        }
    }

    /** The path as its owner sees it, from the root of the home. */
    private static String nameOf(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }
}
