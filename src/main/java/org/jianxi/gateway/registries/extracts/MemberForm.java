package org.jianxi.gateway.registries.extracts;

import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.mapping.notation.Address;
import org.jianxi.gateway.mapping.notation.AddressReader;
import org.jianxi.gateway.mapping.notation.Words;

/**
 * Where one member of a row's household stands; the person alone where a row is a person.
 *
 * @param relation what the member is in the household, as a code
 * @param birthDate asked where the number is none, as is the division
 */
record MemberForm(
        Address.Column idNumber,
        Address.Column name,
        WordRule relation,
        Optional<Address.Column> birthDate,
        Optional<Address.Column> division) {

    static MemberForm read(Words words, AddressReader addresses) {
        return new MemberForm(
                addresses.column(words.at("idNumber")),
                addresses.column(words.at("name")),
                relation(words, addresses),
                words.find("birthDate").map(addresses::column),
                words.find("division").map(addresses::column));
    }

    private static WordRule relation(Words words, AddressReader addresses) {
        return words.find("relationIn")
                .map(column -> WordRule.read(column, addresses, WordRule.Others.MEAN_NOTHING))
                .or(() -> words.find("relation").map(code -> WordRule.fixed(code.text())))
                .orElse(WordRule.NOTHING);
    }

    Stream<Address.Column> columns() {
        return Stream.of(Stream.of(idNumber, name), relation.columns(), birthDate.stream(), division.stream())
                .flatMap(one -> one);
    }
}
