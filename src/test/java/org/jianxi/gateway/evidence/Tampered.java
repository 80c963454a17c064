package org.jianxi.gateway.evidence;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jianxi.gateway.signing.Signer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A bundle in somebody's hands: files are changed, and then it is closed with no key at all, or with one they have. */
final class Tampered {

    static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> MADE =
            List.of(Names.MIMETYPE, Names.FILES, Names.MANIFEST, Names.MANIFEST_SIGNATURE);

    final SequencedMap<String, byte[]> files;

    Tampered(byte[] bundle) {
        try {
            files = new LinkedHashMap<>(Container.read(bundle));
        } catch (Doubt doubt) {
            throw new IllegalArgumentException(doubt);
        }
    }

    Tampered with(String file, byte[] content) {
        files.put(file, content);
        return this;
    }

    Tampered with(String file, UnaryOperator<String> change) {
        return with(file, change.apply(text(file)).getBytes(StandardCharsets.UTF_8));
    }

    Tampered withJson(String file, Consumer<ObjectNode> change) {
        var tree = json(file);
        change.accept(tree);
        return with(file, JSON.writeValueAsBytes(tree));
    }

    Tampered without(String file) {
        files.remove(file);
        return this;
    }

    String text(String file) {
        return new String(files.get(file), StandardCharsets.UTF_8);
    }

    ObjectNode json(String file) {
        return (ObjectNode) JSON.readTree(files.get(file));
    }

    /** The one file whose name begins so. */
    String named(String start) {
        return files.sequencedKeySet().stream()
                .filter(name -> name.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    /** A container without a fault, over a manifest and a signature that were not made again. */
    byte[] zipped() {
        return Container.write(files);
    }

    /** As whoever has this key would hand it out. */
    byte[] sealedBy(Signer signer) {
        var rest = new TreeMap<>(files);
        MADE.forEach(rest::remove);
        return Container.write(new BundleWriter(signer).sealed(rest));
    }
}
