-- Whether a platform turned this very entry away, which somebody must look at; a platform that is in trouble refuses nothing.
alter table publication add column refused boolean not null default false;
grant update (refused) on publication to ${app_role};
