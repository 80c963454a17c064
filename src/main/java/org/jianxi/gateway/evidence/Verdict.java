package org.jianxi.gateway.evidence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What came of verifying: genuine, or the first failure.
 *
 * @param signatures how many signatures were found right
 * @param proofs how many proofs of inclusion and consistency, in the ledger and beneath one submission
 * @param cells how many figures were worked out again and found the same
 */
public record Verdict(int signatures, int proofs, int cells, Optional<Failure> failure) {

    public boolean isGenuine() {
        return failure.isEmpty();
    }

    /** As the contract writes it. */
    public Map<String, Object> tree() {
        var checked = new LinkedHashMap<String, Object>();
        checked.put("signatures", signatures);
        checked.put("proofs", proofs);
        checked.put("cells", cells);
        var tree = new LinkedHashMap<String, Object>();
        tree.put("verdict", isGenuine() ? "genuine" : "refused");
        tree.put("checked", checked);
        tree.put("failure", failure.map(Failure::tree).orElse(null));
        return tree;
    }
}
