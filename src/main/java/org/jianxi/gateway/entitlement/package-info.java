/** What the internship subsidy comes to for each unit and month, by dated rules that are data, against claims and payments. Pure. */
@ApplicationModule(allowedDependencies = {"canonical", "documents", "forms", "recordfiles"})
@NullMarked
package org.jianxi.gateway.entitlement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
