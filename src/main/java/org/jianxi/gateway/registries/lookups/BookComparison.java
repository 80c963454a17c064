package org.jianxi.gateway.registries.lookups;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.signing.SigningCertificate;

/**
 * Whether our look-up ledger and a registry's own book tell the same: each question in both, asked of as many people, for the same
 * purpose, by the same law, and with the same commitment to what was asked.
 *
 * @param questions that both tell of
 * @param difference the first one; empty where there is none
 */
public record BookComparison(int questions, Optional<Bilingual> difference) {

    /** @param ours the certificate that signs our ledger, where that is to be checked too */
    public static BookComparison of(Book our, Book their, Optional<SigningCertificate> ours) {
        var difference =
                broken("我方", "Our", our).or(() -> broken("对方", "Their", their)).or(() -> unsigned(our, ours));
        var ourQuestions = byReference(our.lines());
        var theirQuestions = byReference(their.lines());
        var common = (int) ourQuestions.keySet().stream()
                .filter(theirQuestions::containsKey)
                .count();
        return new BookComparison(
                common,
                difference
                        .or(() -> missing("我方", "our", theirQuestions, ourQuestions, "对方", "their"))
                        .or(() -> missing("对方", "their", ourQuestions, theirQuestions, "我方", "our"))
                        .or(() -> different(ourQuestions, theirQuestions)));
    }

    private static Optional<Bilingual> broken(String zh, String en, Book book) {
        return book.fault()
                .map(fault -> new Bilingual(zh + "的账有改动：" + fault.zh(), en + " book was changed: " + fault.en()));
    }

    private static Optional<Bilingual> unsigned(Book our, Optional<SigningCertificate> ours) {
        return ours.filter(certificate -> our.checkpoint()
                        .filter(checkpoint -> checkpoint.isBy(certificate))
                        .isEmpty())
                .map(certificate -> new Bilingual("我方的账没有该证书的签名", "Our book is not signed with that certificate"));
    }

    /** Each question with its lines; one that was asked again under its reference has several. */
    private static Map<String, List<BookLine>> byReference(List<BookLine> lines) {
        var questions = new LinkedHashMap<String, List<BookLine>>();
        lines.forEach(line -> questions.merge(
                line.reference(),
                List.of(line),
                (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
        return questions;
    }

    private static Optional<Bilingual> missing(
            String zh,
            String en,
            Map<String, List<BookLine>> there,
            Map<String, List<BookLine>> here,
            String zhOther,
            String enOther) {
        return there.entrySet().stream()
                .filter(question -> !here.containsKey(question.getKey()))
                .findFirst()
                .map(question -> new Bilingual(
                        "%s的账第%d行（%s）在%s的账里没有"
                                .formatted(
                                        zhOther, question.getValue().getFirst().line(), question.getKey(), zh),
                        "Line %d of %s book (%s) is not in %s book"
                                .formatted(question.getValue().getFirst().line(), enOther, question.getKey(), en)));
    }

    private static Optional<Bilingual> different(Map<String, List<BookLine>> ours, Map<String, List<BookLine>> theirs) {
        var sorted = new TreeMap<Integer, Bilingual>();
        ours.forEach((reference, our) -> {
            var their = theirs.getOrDefault(reference, List.of());
            their.stream()
                    .filter(line ->
                            our.stream().noneMatch(one -> one.request().equals(line.request()) && one.tellsAs(line)))
                    .findFirst()
                    .ifPresent(line -> sorted.put(our.getFirst().line(), other(our.getFirst(), line)));
        });
        return sorted.isEmpty()
                ? Optional.empty()
                : Optional.of(sorted.firstEntry().getValue());
    }

    private static Bilingual other(BookLine our, BookLine their) {
        return new Bilingual(
                "我方第%d行与对方第%d行（%s）说法不同".formatted(our.line(), their.line(), our.reference()),
                "Line %d of our book and line %d of theirs (%s) differ"
                        .formatted(our.line(), their.line(), our.reference()));
    }
}
