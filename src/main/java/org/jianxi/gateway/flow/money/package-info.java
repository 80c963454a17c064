/** What the subsidy comes to for the office and for each sender: due, claimed, paid, the ceiling of indicator 14, and the questions. */
@NamedInterface("money")
@NullMarked
package org.jianxi.gateway.flow.money;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
