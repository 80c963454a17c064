/** Accounts as acts of people: added, taken, changed, disabled, each in one transaction with its row in the audit. */
@NamedInterface("accounts")
@NullMarked
package org.jianxi.gateway.flow.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
