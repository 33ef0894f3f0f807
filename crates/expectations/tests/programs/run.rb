# Runs the programs of its input, and prints what each says of its tokens. Any other error than a refusal ends it.

require "json"
require "jwt"

def verdict(checker, token)
  checker.check(token)
  "taken"
rescue JWT::DecodeError
  "refused"
rescue NoMethodError => error
  # `exp` or `nbf` is no number, and ruby-jwt does not look.
  raise unless error.name == :to_i

  "refused"
end

def verdicts(program)
  Dir.chdir(program["folder"])
  checker = Object.new.extend(Module.new.tap { |it| it.module_eval(program["code"], "code") })
  program["tokens"].map { |token| verdict(checker, token) }
end

puts JSON.generate(JSON.parse($stdin.set_encoding("UTF-8").read).map { |program| verdicts(program) })
