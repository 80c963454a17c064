package org.jianxi.gateway.transport.queue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import tools.jackson.databind.json.JsonMapper;

/** A verdict as a record of the reply topic: the same key, what it answers, and the correlation id if there was one. */
final class KafkaReply {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int LONGEST_CORRELATION = 255;

    private KafkaReply() {}

    static ProducerRecord<byte[], byte[]> to(ConsumerRecord<byte[], byte[]> record, String topic, byte[] answer) {
        var headers = new ArrayList<Header>();
        headers.add(new RecordHeader("content-type", "application/json".getBytes(StandardCharsets.UTF_8)));
        headers.add(new RecordHeader("in-reply-to", placeOf(record).getBytes(StandardCharsets.UTF_8)));
        correlation(record).forEach(headers::add);
        return new ProducerRecord<>(topic, null, record.key(), answer, headers);
    }

    /** For brokers that do not take a record as large as all its findings; they can be asked for by the id. */
    static ProducerRecord<byte[], byte[]> inShort(ProducerRecord<byte[], byte[]> reply) {
        var whole = MAPPER.readTree(reply.value());
        var brief = MAPPER.createObjectNode();
        whole.properties().stream()
                .filter(member -> member.getValue().isValueNode())
                .forEach(member -> brief.set(member.getKey(), member.getValue()));
        brief.put("findingsLeftOut", whole.path("findings").size());
        return new ProducerRecord<>(reply.topic(), null, reply.key(), MAPPER.writeValueAsBytes(brief), reply.headers());
    }

    /** {@code topic/partition/offset}. */
    static String placeOf(ConsumerRecord<byte[], byte[]> record) {
        return record.topic() + "/" + record.partition() + "/" + record.offset();
    }

    private static List<Header> correlation(ConsumerRecord<byte[], byte[]> record) {
        var found = new ArrayList<Header>();
        for (var header : record.headers()) {
            if (header.key().equalsIgnoreCase("correlation-id")
                    && header.value() != null
                    && header.value().length <= LONGEST_CORRELATION) {
                found.add(new RecordHeader("correlation-id", header.value()));
            }
        }
        return found.size() == 1 ? found : List.of();
    }
}
