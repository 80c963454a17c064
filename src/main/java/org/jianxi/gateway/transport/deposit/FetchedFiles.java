package org.jianxi.gateway.transport.deposit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jianxi.gateway.transport.deposit.RemoteFolder.RemoteFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Which files of a server were fetched, by name, size and time, also over a restart. Those no longer listed are forgotten. */
record FetchedFiles(Path file) {

    boolean has(RemoteFile remote) throws IOException {
        return version(remote).equals(read().get(remote.name().text()));
    }

    void add(RemoteFile remote, List<RemoteFile> listed) throws IOException {
        var known = new TreeMap<>(read());
        known.keySet().retainAll(listed.stream().map(one -> one.name().text()).toList());
        known.put(remote.name().text(), version(remote));
        var draft = file.resolveSibling(file.getFileName() + ".part");
        Files.write(draft, JsonMapper.shared().writeValueAsBytes(known));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String version(RemoteFile remote) {
        return remote.size() + " " + remote.modified();
    }

    /** What cannot be read says nothing: a file that is fetched twice is refused as the same. */
    private Map<String, String> read() throws IOException {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            return JsonMapper.shared().readValue(Files.readAllBytes(file), new TypeReference<Map<String, String>>() {});
        } catch (JacksonException damaged) {
            return Map.of();
        }
    }
}
