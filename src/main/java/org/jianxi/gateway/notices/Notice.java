package org.jianxi.gateway.notices;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * One thing one source is told. Its id and its bytes stay the same however often it is sent.
 *
 * @param body UTF-8 JSON: {@code type}, {@code timestamp}, {@code data}
 * @param giveUpAt nobody tries any more from then on
 */
public record Notice(String id, Topic topic, byte[] body, Instant occurredAt, Instant giveUpAt) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int ID_BYTES = 16;

    /**
     * @param type such as {@code verdict.accepted}
     * @param data members in the order given; no figures of others, nothing about persons
     */
    public static Notice of(Topic topic, String type, Map<String, ?> data, Instant occurredAt, Instant giveUpAt) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("type", type);
        tree.put("timestamp", occurredAt.toString());
        tree.put("data", data);
        return new Notice(idOf(topic), topic, JSON.writeValueAsBytes(tree), occurredAt, giveUpAt);
    }

    /** Made of what it is about, so that two nodes that notice the same thing make the same notice. */
    private static String idOf(Topic topic) {
        try {
            var named = (topic.source() + "\n" + topic.subject()).getBytes(StandardCharsets.UTF_8);
            var hash = MessageDigest.getInstance("SHA-256").digest(named);
            return "msg_" + HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
