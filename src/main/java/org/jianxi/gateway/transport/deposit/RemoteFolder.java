package org.jianxi.gateway.transport.deposit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.jianxi.gateway.pulling.TurnFailed;
import org.jianxi.gateway.transport.desk.BodyBudget;
import org.jianxi.gateway.transport.desk.GivenName;

/**
 * One folder on another party's SFTP server. Names from a listing are the server's, so only plain ones are ever made part of a path
 * (CVE-2026-79983), and no other folder is touched but those the source's file names inside this one.
 */
public final class RemoteFolder implements AutoCloseable {

    private static final int MOST_ENTRIES = 10_000;
    private static final int PIECE = 64 * 1024;

    private final ClientSession session;
    private final SftpClient sftp;
    private final String path;

    RemoteFolder(ClientSession session, SftpClient sftp, String path) {
        this.session = session;
        this.sftp = sftp;
        this.path = path;
    }

    /** @param modified in milliseconds, as the server says */
    public record RemoteFile(GivenName name, long size, long modified) {}

    /** What a listing holds: the regular files with plain names, oldest first, and how many names were not plain. */
    public record Listing(List<RemoteFile> files, int strange) {}

    public Listing list() throws IOException {
        var files = new ArrayList<RemoteFile>();
        var strange = 0;
        var seen = 0;
        try (var handle = sftp.openDir(path)) {
            var end = new AtomicReference<Boolean>();
            for (var entries = sftp.readDir(handle, end); entries != null; entries = sftp.readDir(handle, end)) {
                for (var entry : entries) {
                    if (++seen > MOST_ENTRIES) {
                        throw new TurnFailed("its folder holds more than " + MOST_ENTRIES + " entries");
                    }
                    var name = new GivenName(entry.getFilename());
                    var about = entry.getAttributes();
                    if (!name.isPlain()) {
                        strange += name.text().equals("..") ? 0 : 1;
                    } else if (about.isRegularFile()) {
                        files.add(new RemoteFile(name, about.getSize(), modified(about)));
                    }
                }
                if (Boolean.TRUE.equals(end.get())) {
                    break;
                }
            }
        }
        files.sort(Comparator.comparingLong(RemoteFile::modified)
                .thenComparing(file -> file.name().text()));
        return new Listing(files, strange);
    }

    /** The whole file; a {@link TurnFailed} where it is not as long as it was listed. */
    public byte[] read(RemoteFile file, BodyBudget budget, long mostBytes) throws IOException {
        try (var stream = sftp.read(at(file.name()), EnumSet.of(OpenMode.Read))) {
            var body = budget.read(stream, file.size(), mostBytes, whole -> whole);
            if (body.length != file.size()) {
                throw new TurnFailed(file.name().shown() + " is being written");
            }
            return body;
        } catch (BodyBudget.TooLarge tooLarge) {
            throw new TurnFailed(file.name().shown() + " exceeds " + mostBytes + " bytes");
        }
    }

    /**
     * Copies the file, however large, without holding it; a {@link TurnFailed} where it is not as long as it was listed.
     *
     * @param until by {@link System#nanoTime}; then it is given up
     */
    void save(RemoteFile file, Path target, long until) throws IOException {
        var piece = new byte[PIECE];
        var copied = 0L;
        try (var stream = sftp.read(at(file.name()), EnumSet.of(OpenMode.Read));
                var out = Files.newOutputStream(target)) {
            for (var read = stream.read(piece); read >= 0 && copied <= file.size(); read = stream.read(piece)) {
                out.write(piece, 0, read);
                copied += read;
                if (System.nanoTime() - until >= 0) {
                    throw new TurnFailed(file.name().shown() + " takes longer than the time it is given");
                }
            }
        }
        if (copied != file.size()) {
            throw new TurnFailed(file.name().shown() + " is being written");
        }
    }

    /** Puts a reply there in one step: under another name first. */
    void reply(String folder, GivenName name, byte[] content) throws IOException {
        var place = path + "/" + folder;
        makeFolder(place);
        put(place, name, content);
    }

    /** Puts a file here in one step, instead of one of the same name: under another name first. */
    public void put(GivenName name, byte[] content) throws IOException {
        at(name);
        put(path, name, content);
    }

    private void put(String place, GivenName name, byte[] content) throws IOException {
        var draft = place + "/." + name.text() + ".tmp";
        try (var stream = sftp.write(draft, EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Truncate))) {
            stream.write(content);
        }
        removeIfThere(place + "/" + name.text());
        sftp.rename(draft, place + "/" + name.text());
    }

    /** Another folder of the same server, over the same connection. @param place as the operator wrote it */
    public RemoteFolder other(String place) throws IOException {
        return new RemoteFolder(session, sftp, sftp.canonicalPath(place));
    }

    /** Moves a file that was taken aside. @param as its name there, of our own making but for the end */
    void move(RemoteFile file, String folder, GivenName as) throws IOException {
        makeFolder(path + "/" + folder);
        sftp.rename(at(file.name()), path + "/" + folder + "/" + as.text());
    }

    @Override
    public void close() {
        session.close(true);
    }

    private void makeFolder(String place) throws IOException {
        try {
            sftp.stat(place);
        } catch (IOException absent) {
            sftp.mkdir(place);
        }
    }

    private void removeIfThere(String place) throws IOException {
        try {
            sftp.stat(place);
        } catch (IOException absent) {
            return;
        }
        sftp.remove(place);
    }

    private String at(GivenName name) {
        if (!name.isPlain()) {
            throw new IllegalArgumentException("Not a plain name: " + name.shown());
        }
        return path + "/" + name.text();
    }

    private static long modified(SftpClient.Attributes about) {
        return about.getModifyTime() == null ? 0 : about.getModifyTime().toMillis();
    }
}
