package org.jianxi.gateway.transport.files;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files that are being uploaded, and files whose upload broke off: neither is whole, however still it lies. A broken one is
 * free again when its sender has resumed and closed it, or replaced it.
 */
public final class UploadsUnderWay {

    private record Upload(String login, String path) {}

    private final Set<Upload> held = ConcurrentHashMap.newKeySet();

    public void begins(String login, String path) {
        held.add(new Upload(login, path));
    }

    public void ends(String login, String path) {
        held.remove(new Upload(login, path));
    }

    /** A file got another name, or was removed: what was known of the old name is void. */
    void forgets(String login, String path) {
        ends(login, path);
    }

    public boolean holds(String login, String path) {
        return held.contains(new Upload(login, path));
    }
}
