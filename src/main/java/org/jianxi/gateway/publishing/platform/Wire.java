package org.jianxi.gateway.publishing.platform;

import java.net.URI;
import java.util.Map;
import org.jianxi.gateway.publishing.ListKind;

/**
 * How one platform wants an entry written, and where its answer says what it made of it.
 *
 * @param names what it calls our fields; the others keep their names
 * @param number JSON pointer of its own number in its answer
 */
public record Wire(Form form, Map<String, String> names, Call show, Call withdraw, String number) {

    public Wire {
        names = Map.copyOf(names);
    }

    /** How an entry is written. */
    public enum Form {
        JSON,
        JSON_LD
    }

    /** @param path behind the platform's url, with {@code {list}} and {@code {id}} in it */
    public record Call(String method, String path) {

        URI at(URI url, ListKind list, String id) {
            return URI.create(url + path.replace("{list}", list.wireName()).replace("{id}", id));
        }
    }
}
