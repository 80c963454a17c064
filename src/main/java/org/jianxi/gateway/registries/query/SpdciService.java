package org.jianxi.gateway.registries.query;

import java.net.URI;

/**
 * How a registry of SPDCI is asked.
 *
 * @param url before {@code /registry/sync/…}
 * @param isDisabled by {@code /registry/sync/disabled}, one person a call, which says yes or no and no name; otherwise by
 *     {@code /registry/sync/search}
 * @param sender the name we sign under
 * @param registry the name it signs under
 * @param registryType such as {@code ns:org:RegistryType:DR}
 * @param recordType such as {@code spdci-extensions-dci:DisabledPerson}
 * @param identifier the type of a citizen's number there, such as {@code UIN}; for {@code disabled} the attribute
 * @param most people in one call
 */
public record SpdciService(
        URI url,
        boolean isDisabled,
        String sender,
        String registry,
        String registryType,
        String recordType,
        String identifier,
        int most) {}
