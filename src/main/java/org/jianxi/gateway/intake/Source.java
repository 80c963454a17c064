package org.jianxi.gateway.intake;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Delivers;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;

/**
 * One delivering system as {@code mappings/<source>/source.yaml} describes it.
 *
 * @param active false while its door stays shut: it has no route, and what it pushes is refused
 * @param senders whose returns it may carry
 * @param areas division codes of 6, 9 or 12 digits that its records may speak of; empty for all of its senders'
 * @param schedule when a door that acts by the clock does so; empty for the others
 * @param datasets by name what it delivers
 * @param signers where the certificate lies that its senders sign with; two while they change over
 * @param webhook where its own system is told what happens; empty where it is not
 * @param contact whom to ask, as a role
 */
public record Source(
        SourceId id,
        Bilingual title,
        boolean active,
        List<Sender> senders,
        List<String> areas,
        Entrance entrance,
        Optional<Schedule> schedule,
        Map<String, SourceDataset> datasets,
        SignaturePolicy signature,
        List<SecretReference> signers,
        Optional<Webhook> webhook,
        String contact) {

    public Source {
        senders = List.copyOf(senders);
        areas = List.copyOf(areas);
        signers = List.copyOf(signers);
        datasets = Collections.unmodifiableMap(new TreeMap<>(datasets));
    }

    /** The divisions its records may speak of: its own areas, else all of its senders'; the province's own level takes in all. */
    public List<String> areasOfRecords() {
        return areas.isEmpty() ? senders.stream().map(Source::areaOf).toList() : areas;
    }

    private static String areaOf(Sender sender) {
        return sender.code().startsWith("99", 2) ? sender.code().substring(0, 2) + "0000" : sender.code();
    }

    public boolean carries(Sender sender) {
        return senders.contains(sender);
    }

    /** The one sender it speaks for; empty where it speaks for several. */
    public Optional<Sender> onlySender() {
        return senders.size() == 1 ? Optional.of(senders.getFirst()) : Optional.empty();
    }

    /** The largest file taken from it, in bytes, whatever it is of. */
    public long mostBytes() {
        return datasets.values().stream()
                .mapToLong(SourceDataset::mostBytes)
                .max()
                .orElse(0);
    }

    /** The largest file of a dataset, in bytes. */
    public long mostBytes(String dataset) {
        var known = datasets.get(dataset);
        return known == null ? 0 : known.mostBytes();
    }

    /** Whether good records of this dataset stand without the bad ones. */
    public boolean setsAside(String dataset) {
        var known = datasets.get(dataset);
        return known != null && known.setsAside();
    }

    /** What one delivery of this dataset says about the records that stand. */
    public Delivers delivers(String dataset) {
        var known = datasets.get(dataset);
        return known == null ? Delivers.MONTH : known.delivers();
    }

    /** The dataset a file of this name is of: the only one there is, or the first whose {@code files} it looks like. */
    public Optional<String> datasetOf(String fileName) {
        if (datasets.size() == 1) {
            return Optional.of(datasets.keySet().iterator().next());
        }
        return datasets.entrySet().stream()
                .filter(one -> one.getValue()
                        .files()
                        .filter(like -> NameLike.matches(like, fileName))
                        .isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
