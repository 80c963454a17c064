package org.jianxi.gateway.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.documents.StrictJson;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.evidence.Failure.Reason;
import tools.jackson.databind.JsonNode;

/** A JSON object in a bundle, read member by member; whatever is missing or of another kind is a {@link Doubt} that names the file. */
record Statement(String file, JsonNode tree) {

    static Statement read(String file, byte[] content) throws Doubt {
        try {
            var tree = StrictJson.parse(content);
            if (!tree.isObject()) {
                throw new Doubt(Reason.UNREADABLE, file, "a JSON object", tree.getNodeType());
            }
            return new Statement(file, tree);
        } catch (UnreadableDocument malformed) {
            throw new Doubt(Reason.UNREADABLE, file, "JSON", malformed.reason().en());
        }
    }

    boolean has(String member) {
        return tree.has(member);
    }

    String text(String member) throws Doubt {
        var value = tree.path(member);
        if (!value.isString()) {
            throw odd(member, "text");
        }
        return value.stringValue();
    }

    long number(String member) throws Doubt {
        var value = tree.path(member);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw odd(member, "a whole number");
        }
        return value.longValue();
    }

    Digest digest(String member) throws Doubt {
        var text = text(member);
        if (!text.matches("[0-9a-f]{64}")) {
            throw odd(member, "64 hexadecimal digits");
        }
        return new Digest(text);
    }

    Instant moment(String member) throws Doubt {
        try {
            return Instant.parse(text(member));
        } catch (DateTimeException malformed) {
            throw odd(member, "a moment");
        }
    }

    List<byte[]> hashes(String member) throws Doubt {
        var value = tree.path(member);
        if (!value.isArray()) {
            throw odd(member, "a list");
        }
        var hashes = new ArrayList<byte[]>();
        for (var hash : value) {
            if (!hash.asString("").matches("[0-9a-f]{64}")) {
                throw odd(member, "hashes of 64 hexadecimal digits");
            }
            hashes.add(HexFormat.of().parseHex(hash.stringValue()));
        }
        return hashes;
    }

    Statement object(String member) throws Doubt {
        var value = tree.path(member);
        if (!value.isObject()) {
            throw odd(member, "an object");
        }
        return new Statement(file, value);
    }

    List<Statement> objects(String member) throws Doubt {
        var value = tree.path(member);
        if (!value.isArray()) {
            throw odd(member, "a list");
        }
        var objects = new ArrayList<Statement>();
        for (var one : value) {
            if (!one.isObject()) {
                throw odd(member, "objects");
            }
            objects.add(new Statement(file, one));
        }
        return objects;
    }

    /** Every member but these is the same here and there. */
    void sameAs(Statement other, Reason reason, List<String> exceptions) throws Doubt {
        var names = new TreeSet<>(tree.propertyNames());
        names.addAll(other.tree.propertyNames());
        exceptions.forEach(names::remove);
        for (var name : names) {
            var expected = name + " " + tree.path(name);
            Doubt.unlessEqual(reason, other.file, expected, name + " " + other.tree.path(name));
        }
    }

    private Doubt odd(String member, String expected) {
        return new Doubt(
                Reason.UNREADABLE,
                file,
                member + ": " + expected,
                tree.path(member).toString());
    }
}
