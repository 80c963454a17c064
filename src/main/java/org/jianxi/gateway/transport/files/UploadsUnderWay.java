package org.jianxi.gateway.transport.files;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jianxi.gateway.transport.desk.GivenName;

/**
 * Files that are being uploaded, and files whose upload broke off: neither is whole, however still it lies. A broken one is
 * free again when its sender has resumed and closed it, or replaced it. And files that are whole by their sender's word: closed
 * under a name that says that they are unfinished, and then called otherwise.
 */
public final class UploadsUnderWay {

    private record Upload(String login, String path) {}

    private enum State {
        OPEN,
        CLOSED_UNFINISHED,
        WHOLE
    }

    private final Map<Upload, State> known = new ConcurrentHashMap<>();

    public void begins(String login, String path) {
        known.put(new Upload(login, path), State.OPEN);
    }

    public void ends(String login, String path) {
        if (isUnfinished(path)) {
            known.put(new Upload(login, path), State.CLOSED_UNFINISHED);
        } else {
            goes(login, path);
        }
    }

    /** A file has another name, and takes the place of what had it. */
    public void moves(String login, String from, String to) {
        var before = known.remove(new Upload(login, from));
        if (before == State.CLOSED_UNFINISHED) {
            known.put(new Upload(login, to), State.WHOLE);
        } else {
            goes(login, to);
        }
    }

    /** What was known of the name is void. */
    public void goes(String login, String path) {
        known.remove(new Upload(login, path));
    }

    public boolean holds(String login, String path) {
        return known.get(new Upload(login, path)) == State.OPEN;
    }

    public boolean isWhole(String login, String path) {
        return known.get(new Upload(login, path)) == State.WHOLE;
    }

    /** Nothing needs to be known of files that were taken in. */
    public void forget(String login, Predicate<String> gone) {
        known.entrySet()
                .removeIf(upload -> upload.getValue() != State.OPEN
                        && upload.getKey().login().equals(login)
                        && gone.test(upload.getKey().path()));
    }

    private static boolean isUnfinished(String path) {
        return new GivenName(path.substring(path.lastIndexOf('/') + 1)).isUnfinished();
    }
}
