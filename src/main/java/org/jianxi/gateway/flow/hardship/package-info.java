/** The life of hardship marks as acts of people, of match runs and of the calendar: with audit rows and notices, in transactions. */
@NamedInterface("hardship")
@NullMarked
package org.jianxi.gateway.flow.hardship;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
