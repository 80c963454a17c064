package org.jianxi.gateway.transport.message;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.documents.DocumentRule;
import org.jianxi.gateway.flow.Delivery;
import org.jianxi.gateway.intake.Source;

/** Reads a message's label once; everything wrong with it is found, not the first fault only. */
public final class LabelReading {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final int LONGEST_SIGNATURE = 96 * 1024;

    private final Source source;
    private final QueueLabel label;
    private final List<Finding> findings = new ArrayList<>();

    LabelReading(Source source, QueueLabel label) {
        this.source = source;
        this.label = label;
        label.twice()
                .forEach(name ->
                        fault("同一属性出现两次且值不同：" + name, "the property " + name + " stands twice with different values"));
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** The one it names, else the one the source delivers. */
    String dataset() {
        var only = source.datasets().size() == 1
                ? source.datasets().keySet().iterator().next()
                : Delivery.MONTHLY_RETURN;
        var named = label.value(QueueLabel.DATASET).orElse(only);
        if (!source.datasets().containsKey(named)) {
            fault("该来源不报送此数据集", "this source does not deliver that dataset");
        }
        return named;
    }

    Optional<Period> period() {
        var written = label.value(QueueLabel.PERIOD);
        var period = written.flatMap(Period::parse);
        if (written.isPresent() && period.isEmpty()) {
            fault("period应形如2023-06", "period is written like 2023-06");
        }
        return period;
    }

    Optional<MediaType> mediaType(Optional<MediaType> usual) {
        var written = label.value(QueueLabel.CONTENT_TYPE);
        var type = written.isPresent() ? written.flatMap(MediaType::ofContentType) : usual;
        if (type.isEmpty()) {
            fault(
                    "content-type应为application/json、application/xml、text/csv或xlsx",
                    "content-type is application/json, application/xml, text/csv or that of an xlsx workbook");
        }
        return type;
    }

    /** The one it names where the source carries it, none where it does not, all the source's where it names none. */
    Set<Sender> senders() {
        var written = label.value(QueueLabel.SENDER);
        var sender = written.flatMap(Sender::parse);
        if (written.isPresent() && sender.isEmpty()) {
            fault("sender应为6位行政区划代码", "sender is a division code of six digits");
        }
        return sender.map(one -> source.carries(one) ? Set.of(one) : Set.<Sender>of())
                .orElseGet(() -> Set.copyOf(source.senders()));
    }

    Optional<String> idempotencyKey() {
        var key = label.value(QueueLabel.IDEMPOTENCY_KEY);
        if (key.filter(written -> !KEY.matcher(written).matches()).isPresent()) {
            fault("idempotency-key应为1至255个可见ASCII字符", "an idempotency-key is 1 to 255 visible ASCII characters");
        }
        return key;
    }

    Optional<byte[]> signature() {
        var written = label.value(QueueLabel.SIGNATURE);
        try {
            if (written.filter(text -> text.length() > LONGEST_SIGNATURE).isPresent()) {
                throw new IllegalArgumentException("longer than any signature");
            }
            return written.map(Base64.getMimeDecoder()::decode);
        } catch (IllegalArgumentException unreadable) {
            fault("signature-cms应为base64", "signature-cms must be base64");
            return Optional.empty();
        }
    }

    private void fault(String zh, String en) {
        findings.add(envelope(new Bilingual(zh, en)));
    }

    public static Finding envelope(Bilingual message) {
        return Finding.error(DocumentRule.ENVELOPE, Place.WHOLE, message);
    }
}
