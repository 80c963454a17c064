package org.jianxi.gateway.registries.asking;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.CitizenId;
import org.jianxi.gateway.registries.blind.Batch;
import org.jianxi.gateway.registries.blind.Description;
import org.jianxi.gateway.registries.files.ReadSoFar;
import org.jianxi.gateway.signing.BlindedText;
import org.jianxi.gateway.signing.PointHash;

/**
 * Everybody asked for once, in full batches and in no order, so that neither the last batch's size nor a person's place tells
 * anything.
 *
 * @param folder of this snapshot and purpose
 * @param witness hears of each batch before it is sent
 */
record QuestionRound(
        Asking asking, AgentChannel channel, Description description, Path folder, QuestionWitness witness) {

    private static final int SESSION_BYTES = 16;

    /** What the agent's secret makes of each number. */
    Map<CitizenId, byte[]> outputs(Collection<CitizenId> people, ReadSoFar progress) throws IOException {
        var answers = Answers.in(folder);
        var pending = PendingBatch.in(folder);
        if (pending.isPresent()) {
            ask(pending.get(), answers);
        }
        var open = new ArrayList<>(
                people.stream().filter(one -> !answers.has(token(one))).toList());
        Collections.shuffle(open, asking.random());
        askAll(open, answers, progress);
        var outputs = new HashMap<CitizenId, byte[]>();
        people.forEach(
                citizen -> outputs.put(citizen, answers.find(token(citizen)).orElseThrow()));
        return outputs;
    }

    private PersonToken token(CitizenId citizen) {
        return PersonToken.of(citizen, asking.secret());
    }

    private void askAll(List<CitizenId> open, Answers answers, ReadSoFar progress) throws IOException {
        var hash = new PointHash();
        var bytes = new byte[SESSION_BYTES];
        asking.random().nextBytes(bytes);
        var session = HexFormat.of().formatHex(bytes);
        for (var from = 0; from < open.size(); from += Batch.POINTS) {
            var items = new ArrayList<PendingBatch.Item>();
            for (var citizen : open.subList(from, Math.min(from + Batch.POINTS, open.size()))) {
                var blinded = BlindedText.of(hash, citizen.number(), asking.random());
                items.add(new PendingBatch.Item(Optional.of(token(citizen)), blinded));
            }
            while (items.size() < Batch.POINTS) {
                items.add(new PendingBatch.Item(Optional.empty(), BlindedText.of(hash, "", asking.random())));
            }
            Collections.shuffle(items, asking.random());
            var pending = new PendingBatch(session, 1 + from / Batch.POINTS, asking.query(), items);
            pending.writeTo(folder);
            ask(pending, answers);
            progress.at(Math.min(from + Batch.POINTS, open.size()), answers.size());
        }
    }

    /** Sends it unless all of it is answered already; it is done with when the answers are on the disk. */
    private void ask(PendingBatch pending, Answers answers) throws IOException {
        var isOpen = pending.items().stream()
                .anyMatch(item -> item.person().filter(one -> !answers.has(one)).isPresent());
        if (isOpen) {
            var batch = pending.batch();
            note(batch, Map.of("outcome", "asked"));
            witness.asked(
                    batch,
                    pending.items().stream()
                            .flatMap(item -> item.person().stream())
                            .toList());
            try {
                var answer = channel.ask(description, batch);
                answers.add(opened(pending, answer.outputs()));
                note(
                        batch,
                        Map.of(
                                "outcome",
                                "answered",
                                "agentAudit",
                                answer.audit().hex()));
            } catch (AskingStopped stopped) {
                note(batch, Map.of("outcome", "stopped", "why", stopped.reason().en()));
                throw stopped;
            }
        }
        PendingBatch.doneIn(folder);
    }

    private void note(Batch batch, Map<String, Object> more) throws IOException {
        var line = new HashMap<>(more);
        line.put("snapshot", description.snapshot().hex());
        asking.note(description.registry(), batch, line);
    }

    private static Map<PersonToken, byte[]> opened(PendingBatch pending, List<byte[]> outputs) {
        var opened = new HashMap<PersonToken, byte[]>();
        for (var at = 0; at < outputs.size(); at++) {
            var item = pending.items().get(at);
            var output = item.blinded()
                    .opened(outputs.get(at))
                    .orElseThrow(() -> new AskingStopped(
                            new Bilingual("代理的答复不是曲线上的点", "The agent's answer is no point of the curve")));
            item.person().ifPresent(person -> opened.put(person, output));
        }
        return opened;
    }
}
