/** The page of accounts and keys, for whoever looks after them and for the auditor. */
@NullMarked
package org.jianxi.gateway.console.people;

import org.jspecify.annotations.NullMarked;
