package org.jianxi.gateway.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jianxi.gateway.evidence.Failure.Reason;

/** The files of a container whose every byte is accounted for; what they say is not believed yet. */
record Bundle(SequencedMap<String, byte[]> files) {

    byte[] file(String name) throws Doubt {
        return find(name).orElseThrow(() -> new Doubt(Reason.FILE_MISSING, name, name, "-"));
    }

    Optional<byte[]> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    Statement statement(String name) throws Doubt {
        return Statement.read(name, file(name));
    }

    List<String> startingWith(String start) {
        return files.keySet().stream().filter(name -> name.startsWith(start)).toList();
    }

    /** Everything that the manifest must name: all but itself and its signature. */
    SequencedMap<String, byte[]> covered() {
        var covered = new LinkedHashMap<>(files);
        covered.remove(Names.MANIFEST);
        covered.remove(Names.MANIFEST_SIGNATURE);
        return covered;
    }
}
