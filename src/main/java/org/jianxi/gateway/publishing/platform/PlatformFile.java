package org.jianxi.gateway.publishing.platform;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.documents.YamlFile;
import org.jianxi.gateway.forms.CodeList;
import org.jianxi.gateway.outgoing.SafeHttp;
import org.jianxi.gateway.publishing.ListKind;
import org.jspecify.annotations.Nullable;

/** {@code platform.yaml} as it is written, after its schema was kept. */
record PlatformFile(
        String platform,
        Bilingual title,
        String channel,
        @Nullable Boolean active,
        String url,
        String key,
        @Nullable String trust,
        List<String> lists,
        WirePart wire) {

    record WirePart(String form, @Nullable Map<String, String> names, CallPart show, CallPart withdraw, String number) {

        Wire wire() {
            return new Wire(
                    form.equals("json-ld") ? Wire.Form.JSON_LD : Wire.Form.JSON,
                    names == null ? Map.of() : names,
                    show.call(),
                    withdraw.call(),
                    number);
        }
    }

    record CallPart(String method, String path) {
        Wire.Call call() {
            return new Wire.Call(method, path);
        }
    }

    /** @param channels what the dictionary allows a platform to be */
    Platform read(YamlFile file, String folder, CodeList channels) {
        if (!platform.equals(folder)) {
            throw file.problem("/platform", "platform must be named as its folder");
        }
        if (!channels.allows(channel)) {
            throw file.problem("/channel", channel + " is no channel of the dictionary");
        }
        if (!SafeHttp.isSafe(URI.create(url))) {
            throw file.problem("/url", "a key is sent there, so it must be https, or this machine");
        }
        if (wire.form().equals("json-ld") && wire.names() != null) {
            throw file.problem("/wire/names", "schema.org has names of its own");
        }
        if (trust != null && !trust.startsWith("file:")) {
            throw file.problem("/trust", "an authority lies in a file");
        }
        return new Platform(
                platform,
                title,
                channel,
                active == null || active,
                URI.create(url),
                key,
                Optional.ofNullable(trust),
                lists.stream().map(name -> ListKind.named(name).orElseThrow()).collect(Collectors.toSet()),
                wire.wire());
    }
}
