package org.jianxi.gateway.transport.queue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jianxi.gateway.intake.KafkaEntrance;

/** The open connection to one source's topic. A Kafka consumer belongs to one thread at a time: {@link #lock} sees to it. */
final class KafkaSession implements AutoCloseable {

    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final Duration GOODBYE = Duration.ofSeconds(2);
    private static final long SEND_SECONDS = 30;

    final ReentrantLock lock = new ReentrantLock();
    private final KafkaEntrance entrance;
    private final Consumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> producer;

    KafkaSession(KafkaEntrance entrance, Consumer<byte[], byte[]> consumer, Producer<byte[], byte[]> producer) {
        this.entrance = entrance;
        this.consumer = consumer;
        this.producer = producer;
        consumer.subscribe(List.of(entrance.topic()));
    }

    boolean isFor(KafkaEntrance other) {
        return entrance.equals(other);
    }

    ConsumerRecords<byte[], byte[]> read() {
        return consumer.poll(WAIT);
    }

    /** Whether any broker answers; a poll that brings nothing does not say. */
    boolean isConnected() {
        return consumer.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("connection-count"))
                .anyMatch(metric -> metric.getValue().metricValue() instanceof Number count && count.doubleValue() > 0);
    }

    void decided(ConsumerRecord<byte[], byte[]> record) {
        consumer.commitSync(Map.of(partitionOf(record), new OffsetAndMetadata(record.offset() + 1)));
    }

    /** The next read begins with this record again. */
    void again(ConsumerRecord<byte[], byte[]> record) {
        consumer.seek(partitionOf(record), record.offset());
    }

    /** Returns when the brokers have it; false when they never will, as it is larger than they take. */
    boolean isSent(ProducerRecord<byte[], byte[]> reply) {
        try {
            producer.send(reply).get(SEND_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof RecordTooLargeException) {
                return false;
            }
            throw new KafkaException("the reply was not taken", refused.getCause());
        } catch (TimeoutException late) {
            throw new KafkaException("the reply was not taken in time", late);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new KafkaException("the gateway is stopping", stopping);
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        lock.lock();
        try {
            consumer.close(CloseOptions.timeout(GOODBYE));
            producer.close(GOODBYE);
        } finally {
            lock.unlock();
        }
    }

    private static TopicPartition partitionOf(ConsumerRecord<byte[], byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
