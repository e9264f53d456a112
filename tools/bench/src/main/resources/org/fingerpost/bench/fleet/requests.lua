-- Each request is a random line of the list: a path, then headers, with tabs between.
local requests = {}

function init()
  math.randomseed(237)
  for line in io.lines("LIST") do
    requests[#requests + 1] = "GET " .. line:gsub("\t", " HTTP/1.1\r\nHost: config.example.net\r\n", 1)
      :gsub("\t", "\r\n") .. "\r\n\r\n"
  end
end

function request()
  return requests[math.random(#requests)]
end
