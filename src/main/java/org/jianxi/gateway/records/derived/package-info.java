/** The return's figures from the facts of records, in SQL made from definitions that are data, as of a position of the ledger. */
@NamedInterface("derived")
@NullMarked
package org.jianxi.gateway.records.derived;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
