/**
 * One digest for all records behind a month's figures: it leaves the prefecture with the figures, the records do not, and later any one
 * of them can be shown to have been among them. Pure.
 */
@ApplicationModule(allowedDependencies = {"canonical", "derivation", "documents", "forms", "recordfiles", "signing"})
@NullMarked
package org.jianxi.gateway.commitment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
