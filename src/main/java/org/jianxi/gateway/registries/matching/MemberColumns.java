package org.jianxi.gateway.registries.matching;

import java.util.List;

/**
 * Where an extract with one row a household names one of its members.
 *
 * @param role what the member is in the household, as the columns say: householder, spouse, member 3
 */
public record MemberColumns(String role, String idNumber, String name) {

    /** In the order in which a file's rows are read. */
    List<String> with(String category) {
        return List.of(idNumber, name, category);
    }
}
