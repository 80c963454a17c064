/** The province's yearly implementation report (年度实施报告): what of it the ledger knows, and its words. */
@NamedInterface("report")
@NullMarked
package org.jianxi.gateway.filing.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
